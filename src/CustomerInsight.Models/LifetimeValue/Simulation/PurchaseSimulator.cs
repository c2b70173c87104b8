namespace CustomerInsight.Models;

/// <summary>Draws customers from a purchase model: to see whether real ones look like them, to plan, and to test what is learned from them.</summary>
/// <remarks>Each customer has a sequence of draws of its own, which depends on the seed and the customer's number alone: not on how many are drawn, how long they are watched or how many threads draw.</remarks>
/// <example><c>new PurchaseSimulator(model).Simulate(10_000, Duration.Weeks(27), Duration.Weeks(39)).Patterns</c></example>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class PurchaseSimulator
{
    private readonly PurchaseLives _lives;
    private readonly int _threads;

    /// <summary>Makes a simulator.</summary>
    /// <param name="model">How customers buy and leave: a model of this library.</param>
    /// <param name="options">How to draw; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">The model is none of this library's, or an option is out of its range.</exception>
    public PurchaseSimulator(IPurchaseModel model, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new SimulationOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new SimulationOptionsValidator());
        _lives = new PurchaseLives(PurchaseProcess.Of(model), options.Seed);
        _threads = options.MaxDegreeOfParallelism;
    }

    /// <summary>Draws customers who became known at any time of a period, each as likely.</summary>
    /// <param name="customers">How many. At least 0.</param>
    /// <param name="shortest">The shortest tenure. At least 0, not for ever.</param>
    /// <param name="longest">The longest tenure. At least <paramref name="shortest"/>, not for ever.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The customers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <exception cref="InvalidOperationException">A customer bought more than 1,000,000 times.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(customers + purchases).</remarks>
    public SimulatedPurchases Simulate(int customers, Duration shortest, Duration longest, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customers);
        double least = shortest.CheckedDays(nameof(shortest));
        double most = longest.CheckedDays(nameof(longest));
        if (most < least)
        {
            throw new ArgumentOutOfRangeException(nameof(longest), longest, $"Expected at least the shortest tenure, {shortest}.");
        }

        return SimulatedPurchases.Draw(_lives, _threads, customers, customer => least + (_lives.TenureDraw(customer) * (most - least)), cancellationToken);
    }

    /// <summary>Draws a customer in the place of each real one, watched for as long: what the model says such customers do.</summary>
    /// <param name="customers">The real ones; only their tenures matter.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The customers drawn, in the same order.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid.</exception>
    /// <exception cref="InvalidOperationException">A customer bought more than 1,000,000 times.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(customers + purchases). The comparison with the real ones is known as a posterior predictive check.</remarks>
    public SimulatedPurchases SimulateLike(IReadOnlyList<RepeatPattern> customers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        foreach (RepeatPattern pattern in customers)
        {
            pattern.ThrowIfInvalid(nameof(customers));
        }

        return SimulatedPurchases.Draw(_lives, _threads, customers.Count, customer => customers[customer].TenureDays, cancellationToken);
    }
}
