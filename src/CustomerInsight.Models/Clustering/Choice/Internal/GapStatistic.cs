namespace CustomerInsight.Models;

/// <summary>How far the log of the inertia is below that of rows that are uniform over the range of each feature, and so have no groups.</summary>
/// <remarks><para>Source: Tibshirani, Walther, Hastie, "Estimating the number of clusters in a data set via the gap statistic", Journal of the Royal Statistical Society B 63(2), 2001, sections 3 and 4 (a).</para></remarks>
internal static class GapStatistic
{
    private const int Starts = 5;

    // An inertia below this part of that of one group is rounding: every row lies on its centre.
    private const double Rounding = 1e-20;

    /// <summary>The gap and its error for each number of groups; not a number where rows, drawn or given, all lie on their centres: nothing has no log.</summary>
    /// <param name="values">The rows.</param>
    /// <param name="width">The features of a row.</param>
    /// <param name="counts">The numbers of groups; none above the number of rows.</param>
    /// <param name="sets">How many sets of rows without groups are drawn.</param>
    /// <param name="seed">What they and the starts are drawn from.</param>
    /// <param name="parallel">On how many threads, and what stops it.</param>
    public static (double Gap, double Error)[] Of(double[] values, int width, int[] counts, int sets, ulong seed, ParallelOptions parallel)
    {
        ColumnMoments[] ranges = ColumnMoments.Of(values, width, parallel);
        double least = Rounding * (values.Length / width) * ranges.Sum(static range => range.Deviation * range.Deviation);
        double[][] logs = new double[sets + 1][];
        RowChunks.For(sets + 1, 1, parallel, (set, _, _) =>
        {
            var random = new SeededRandom(StableHash.Combine(seed, (ulong)set));
            logs[set] = Logs(set == sets ? values : Uniform(ranges, values.Length, random), width, counts, least, random, parallel.CancellationToken);
        });
        return [.. counts.Select((_, i) =>
        {
            if (logs.Any(log => double.IsNegativeInfinity(log[i])))
            {
                return (double.NaN, double.NaN);
            }

            double mean = logs[..sets].Average(log => log[i]);
            double deviation = Math.Sqrt(logs[..sets].Average(log => (log[i] - mean) * (log[i] - mean)));
            return (mean - logs[sets][i], deviation * Math.Sqrt(1 + (1.0 / sets)));
        })];
    }

    private static double[] Uniform(ColumnMoments[] ranges, int count, SeededRandom random)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            ColumnMoments range = ranges[i % ranges.Length];
            values[i] = range.Least + (random.NextDouble() * (range.Greatest - range.Least));
        }

        return values;
    }

    private static double[] Logs(double[] values, int width, int[] counts, double least, SeededRandom random, CancellationToken cancellationToken)
    {
        var starts = new KMeansStarts(values, width);
        var settings = new KMeansSettings(true, 300, -1, EmptyGroupPolicy.MoveToFarthest);
        ParallelOptions alone = FixedChunks.Parallel(1, cancellationToken);
        return [.. counts.Select(count =>
        {
            double inertia = Enumerable.Range(0, count == 1 ? 1 : Starts)
                .Min(_ => KMeansSearch.Run(values, width, starts.Draw(count, random, cancellationToken), settings, alone).Inertia);
            return inertia > least ? Math.Log(inertia) : double.NegativeInfinity;
        })];
    }
}
