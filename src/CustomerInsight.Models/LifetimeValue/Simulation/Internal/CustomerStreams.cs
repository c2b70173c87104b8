namespace CustomerInsight.Models;

/// <summary>Draws for many customers, each from a sequence of its own, whatever the number of threads.</summary>
internal sealed class CustomerStreams
{
    // So many customers take about a millisecond.
    private const int SmallestChunk = 4_096;

    private readonly ulong _seed;
    private readonly int _threads;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public CustomerStreams(SimulationOptions? options)
    {
        options ??= new SimulationOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new SimulationOptionsValidator());
        (_seed, _threads) = (options.Seed, options.MaxDegreeOfParallelism);
    }

    public T[] Draw<T>(int customers, Func<SeededRandom, T> draw, CancellationToken cancellationToken)
    {
        var drawn = new T[customers];
        FixedChunks.Run(customers, SmallestChunk, FixedChunks.Parallel(_threads, cancellationToken), (first, last) =>
        {
            for (int customer = first; customer < last; customer++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                drawn[customer] = draw(CustomerDraws.Of(_seed, customer, CustomerDraws.Purchases));
            }

            return last - first;
        });
        return drawn;
    }
}
