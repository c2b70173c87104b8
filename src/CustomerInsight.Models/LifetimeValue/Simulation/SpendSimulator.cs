namespace CustomerInsight.Models;

/// <summary>Draws what customers spend from the Gamma–Gamma model.</summary>
/// <remarks>Each customer has a sequence of draws of its own, which depends on the seed and the customer's number alone.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class SpendSimulator
{
    private readonly GammaGammaModel _model;
    private readonly SimulationOptions _options;

    /// <summary>Makes a simulator.</summary>
    /// <param name="model">How much customers spend.</param>
    /// <param name="options">How to draw; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public SpendSimulator(GammaGammaModel model, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new SimulationOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new SimulationOptionsValidator());
        _model = model;
        _options = new SimulationOptions { Seed = options.Seed, MaxDegreeOfParallelism = options.MaxDegreeOfParallelism };
    }

    /// <summary>Draws what customers spend on their repeat purchases.</summary>
    /// <param name="customers">When they bought; only how often matters.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What they spend, in the same order.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(customers + purchases).</remarks>
    public SimulatedSpend Simulate(IReadOnlyList<RepeatPattern> customers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        foreach (RepeatPattern pattern in customers)
        {
            pattern.ThrowIfInvalid(nameof(customers));
        }

        return SimulatedSpend.Draw(_model, _options.Seed, _options.MaxDegreeOfParallelism, customers, cancellationToken);
    }
}
