namespace CustomerInsight.Matching;

/// <summary>The bootstrap of a share, on the log-odds scale.</summary>
/// <remarks><para>Source: Efron, Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13.</para></remarks>
internal static class Resampling
{
    private const int Resamples = 40;
    private const double Normal95 = 1.96;

    /// <summary>Half the width of a 95 % interval of the log-odds.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="draw">Draws a sample again.</param>
    /// <param name="again">Its share; pure.</param>
    /// <param name="parallel">How many threads it may use, and what stops it.</param>
    public static double Spread<TSample>(ulong seed, Func<SeededRandom, TSample> draw, Func<TSample, double> again, ParallelOptions parallel)
    {
        // All are drawn first, one after another, so that it does not matter which thread looks at which.
        var random = new SeededRandom(StableHash.Combine(seed, 1));
        var samples = new TSample[Resamples];
        for (int i = 0; i < Resamples; i++)
        {
            samples[i] = draw(random);
        }

        double[] logits = new double[Resamples];
        Parallel.For(0, Resamples, parallel, i => logits[i] = Logit(again(samples[i])));

        double mean = logits.Average();
        return Normal95 * Math.Sqrt(logits.Sum(logit => (logit - mean) * (logit - mean)) / (Resamples - 1));
    }

    public static BlockingRecall Around(double share, double spread, int matches) =>
        new(share, Logistic(Logit(share) - spread), Logistic(Logit(share) + spread), matches);

    private static double Logit(double share) => Math.Log(Math.Clamp(share, 1e-6, 1 - 1e-6) / (1 - Math.Clamp(share, 1e-6, 1 - 1e-6)));

    private static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));
}
