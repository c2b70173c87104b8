namespace CustomerInsight.Models;

/// <summary>Bins whose bounds are quantiles of a reference.</summary>
internal static class QuantileBins
{
    /// <summary>The bounds between bins, rising: a number is in a bin from its lower bound on.</summary>
    public static double[] Bounds(ReadOnlySpan<double> reference, int bins)
    {
        double[] quantiles = OrderStatistics.Quantiles(reference, bins);
        var bounds = new List<double>(quantiles.Length + 1);
        for (int i = 0; i < quantiles.Length; i++)
        {
            if (bounds.Count == 0 || quantiles[i] > bounds[^1])
            {
                bounds.Add(quantiles[i]);
            }

            // Where many are the same, there are as many as in a bin and more: they are one, apart from what is above.
            bool many = i + 1 < quantiles.Length && quantiles[i + 1] == quantiles[i];
            if (many && bounds[^1] == quantiles[i] && quantiles[i] < double.MaxValue)
            {
                bounds.Add(Math.BitIncrement(quantiles[i]));
            }
        }

        return [.. bounds];
    }

    public static double[] Shares(ReadOnlySpan<double> values, ReadOnlySpan<double> bounds)
    {
        int[] counts = new int[bounds.Length + 1];
        foreach (double value in values)
        {
            counts[BinOf(value, bounds)]++;
        }

        return Shares(counts, values.Length);
    }

    public static int BinOf(double value, ReadOnlySpan<double> bounds)
    {
        int found = bounds.BinarySearch(value);
        return found < 0 ? ~found : found + 1;
    }

    public static double[] Shares(int[] counts, int rows) => Array.ConvertAll(counts, count => rows == 0 ? 0 : (double)count / rows);
}
