namespace CustomerInsight.Models;

/// <summary>Draws customers from the BG/BB model.</summary>
/// <remarks>
/// Each customer has a sequence of draws of its own, which depends on the seed and the customer's number alone: those seen for more opportunities have the same
/// purchases, and further ones, so that the difference is what a forecast is held against.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class OpportunitySimulator
{
    private readonly BgBbModel _model;
    private readonly CustomerStreams _streams;

    /// <summary>Makes a simulator.</summary>
    /// <param name="model">At how many opportunities customers buy, and when they leave.</param>
    /// <param name="options">How to draw; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public OpportunitySimulator(BgBbModel model, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _streams = new CustomerStreams(options);
    }

    /// <summary>Draws customers.</summary>
    /// <param name="customers">How many. At least 0.</param>
    /// <param name="opportunities">For how many opportunities after the first purchase they are seen. From 0 to 100,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>At which opportunities they bought.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(customers × opportunities) at most. <para>Source: Fader, Hardie, Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Marketing Science 29(6), 2010, section 2.</para></remarks>
    public IReadOnlyList<OpportunityPattern> Simulate(int customers, int opportunities, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customers);
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(opportunities, OpportunityPattern.MostOpportunities);
        return _streams.Draw(customers, random => Draw(random, opportunities), cancellationToken);
    }

    private OpportunityPattern Draw(SeededRandom random, int opportunities)
    {
        double buys = random.NextBeta(_model.Alpha, _model.Beta);
        double leaves = random.NextBeta(_model.Gamma, _model.Delta);
        int repeats = 0;
        int latest = 0;
        for (int opportunity = 1; opportunity <= opportunities && random.NextDouble() >= leaves; opportunity++)
        {
            if (random.NextDouble() < buys)
            {
                repeats++;
                latest = opportunity;
            }
        }

        return new OpportunityPattern(repeats, latest, opportunities);
    }
}
