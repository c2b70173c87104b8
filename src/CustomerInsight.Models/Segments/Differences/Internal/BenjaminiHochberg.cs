namespace CustomerInsight.Models;

/// <summary>Adjusts p-values so that calling those of at most q significant keeps the false discovery rate at q.</summary>
/// <remarks>Source: Benjamini, Hochberg, "Controlling the False Discovery Rate", Journal of the Royal Statistical Society B 57(1), 1995; as adjusted values by Yekutieli, Benjamini, 1999.</remarks>
internal static class BenjaminiHochberg
{
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        double[] sorted = pValues.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        double[] adjusted = new double[sorted.Length];
        double least = 1;
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            least = Math.Min(least, sorted[i] * sorted.Length / (i + 1));
            adjusted[order[i]] = least;
        }

        return adjusted;
    }
}
