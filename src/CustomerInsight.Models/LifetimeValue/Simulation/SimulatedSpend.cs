namespace CustomerInsight.Models;

/// <summary>What customers drawn from the Gamma–Gamma model spend.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class SimulatedSpend
{
    private const int SmallestChunk = 4_096;

    private readonly SpendLives _lives;
    private readonly SpendPattern[] _patterns;

    private SimulatedSpend(SpendLives lives, SpendPattern[] patterns)
    {
        (_lives, _patterns) = (lives, patterns);
        Patterns = new ReadOnlyArray<SpendPattern>(patterns);
    }

    /// <summary>Gets how many customers there are.</summary>
    public int Count => _patterns.Length;

    /// <summary>Gets what each customer spent on repeat purchases: what models are fitted to. The mean is 0 where there is none.</summary>
    public IReadOnlyList<SpendPattern> Patterns { get; }

    /// <summary>Gives the mean that a customer's amounts scatter around: what no one can see of a real customer.</summary>
    /// <param name="customer">From 0 to <see cref="Count"/> − 1.</param>
    /// <returns>An amount above 0; infinite where it is too large for a double.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="customer"/> is outside that range.</exception>
    public double MeanSpend(int customer)
    {
        Check(customer);
        return _lives.Mean(customer);
    }

    /// <summary>Gives a customer's amounts, one after the other.</summary>
    /// <param name="customer">From 0 to <see cref="Count"/> − 1.</param>
    /// <returns>Amounts of at least 0 without end: of the first purchase, of the repeat purchases that <see cref="Patterns"/> counts, and of all to come.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="customer"/> is outside that range.</exception>
    public IEnumerable<double> Amounts(int customer)
    {
        Check(customer);
        return _lives.Amounts(customer);
    }

    internal static SimulatedSpend Draw(GammaGammaModel model, ulong seed, int threads, IReadOnlyList<RepeatPattern> customers, CancellationToken cancellationToken)
    {
        var lives = new SpendLives(model, seed);
        var patterns = new SpendPattern[customers.Count];
        FixedChunks.Run(patterns.Length, SmallestChunk, FixedChunks.Parallel(threads, cancellationToken), (first, last) =>
        {
            for (int customer = first; customer < last; customer++)
            {
                int repeats = customers[customer].Repeats;
                patterns[customer] = new SpendPattern(repeats, lives.MeanOfRepeats(customer, repeats));
            }

            return last - first;
        });
        return new SimulatedSpend(lives, patterns);
    }

    private void Check(int customer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customer);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(customer, Count);
    }
}
