namespace CustomerInsight.Models;

/// <summary>Asks a purchase model about many customers: in bulk where it can, else one by one on several threads.</summary>
internal static class PurchasePredictions
{
    private const int SmallestChunk = 256;

    // So many take a model that answers in bulk a fraction of a millisecond.
    private const int LargeChunk = 8_192;

    public static double[] Alive(IPurchaseModel model, RepeatPattern[] patterns, ParallelOptions parallel)
    {
        double[] results = new double[patterns.Length];
        if (model is IBulkPurchaseModel bulk)
        {
            FixedChunks.Run(patterns.Length, LargeChunk, parallel, (from, to) =>
            {
                bulk.ProbabilitiesAlive(patterns.AsSpan(from, to - from), results.AsSpan(from, to - from));
                return to - from;
            });
            return results;
        }

        return Each(patterns.Length, results, i => model.ProbabilityAlive(patterns[i]), parallel);
    }

    public static double[] DiscountedIfAlive(IPurchaseModel model, RepeatPattern[] patterns, Duration ahead, DiscountRate rate, ParallelOptions parallel)
    {
        double[] results = new double[patterns.Length];
        if (model is IBulkPurchaseModel bulk)
        {
            parallel.CancellationToken.ThrowIfCancellationRequested();
            bulk.DiscountedPurchasesIfAlive(patterns, ahead, rate, results, parallel);
            return results;
        }

        return Each(patterns.Length, results, i => model.DiscountedPurchasesIfAlive(patterns[i], ahead, rate), parallel);
    }

    public static double[] Discounted(IPurchaseModel model, RepeatPattern[] patterns, Duration ahead, DiscountRate rate, ParallelOptions parallel)
    {
        if (model is not IBulkPurchaseModel && rate == DiscountRate.None)
        {
            return Each(patterns.Length, new double[patterns.Length], i => model.ExpectedPurchases(patterns[i], ahead), parallel);
        }

        double[] results = DiscountedIfAlive(model, patterns, ahead, rate, parallel);
        double[] alive = Alive(model, patterns, parallel);
        for (int i = 0; i < results.Length; i++)
        {
            // For ever without discount, those who cannot be alive still buy nothing.
            results[i] = alive[i] == 0 ? 0 : alive[i] * results[i];
        }

        return results;
    }

    private static double[] Each(int count, double[] results, Func<int, double> ask, ParallelOptions parallel)
    {
        FixedChunks.Run(count, SmallestChunk, parallel, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                results[i] = ask(i);
            }

            return to - from;
        });
        return results;
    }
}
