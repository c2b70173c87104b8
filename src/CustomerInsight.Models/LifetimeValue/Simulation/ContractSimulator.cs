namespace CustomerInsight.Models;

/// <summary>Draws contracts from the shifted-beta-geometric or the beta-discrete-Weibull model.</summary>
/// <remarks>Each contract has a sequence of draws of its own, which depends on the seed and the contract's number alone: those seen for longer are the same contracts.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ContractSimulator
{
    private readonly ContractModel _model;
    private readonly CustomerStreams _streams;

    /// <summary>Makes a simulator.</summary>
    /// <param name="model">How long contracts run.</param>
    /// <param name="options">How to draw; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public ContractSimulator(ContractModel model, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _streams = new CustomerStreams(options);
    }

    /// <summary>Draws contracts that started together.</summary>
    /// <param name="contracts">How many. At least 0.</param>
    /// <param name="renewals">For how many renewals they are seen. From 0 to 100,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How long each ran: those renewed so often still run.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(contracts). <para>Source: the survival (1 − θ)^(tᶜ) of a contract, solved for t; θ is beta. See <see cref="ContractModel"/>.</para></remarks>
    public IReadOnlyList<ContractLife> Simulate(int contracts, int renewals, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(contracts);
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(renewals, ContractLife.MostRenewals);
        return _streams.Draw(
            contracts,
            random =>
            {
                double lasts = Draw(random);
                return lasts < renewals ? new ContractLife((int)lasts, true) : new ContractLife(renewals, false);
            },
            cancellationToken);
    }

    // How often the contract is renewed, in whole numbers once cut.
    private double Draw(SeededRandom random)
    {
        double rate = -Numeric.Log1P(-random.NextBeta(_model.Alpha, _model.Beta));
        double power = random.NextExponential(rate);
        return _model.C == 1 ? power : Math.Pow(power, 1 / _model.C);
    }
}
