namespace CustomerInsight.Models;

/// <summary>Where equal values lie on both sides of the end of a bin: how many of them, in the order of the customers, are still on the lower side.</summary>
/// <param name="Last">The last value of each bin but the best, from the worst on.</param>
/// <param name="Lower">How many customers with that value belong to that bin or a lower one.</param>
internal sealed record RankSplit(double[] Last, int[] Lower)
{
    public static RankSplit Of(double[] ranked, double[] last, int[] ends)
    {
        int[] less = new int[last.Length];
        foreach (double value in ranked)
        {
            for (int bin = 0; bin < last.Length; bin++)
            {
                less[bin] += value < last[bin] ? 1 : 0;
            }
        }

        return new RankSplit(last, [.. ends.Select((end, bin) => end - less[bin])]);
    }

    /// <summary>Sets the bins of the customers with a last value right; bins are numbered from the lowest value on.</summary>
    public void Apply(RfmDimension dimension, byte[] bins)
    {
        int[] seen = new int[Last.Length];
        for (int i = 0; i < bins.Length; i++)
        {
            double value = dimension.IsReversed ? -dimension.Values[i] : dimension.Values[i];
            int score = 0;
            bool isTied = false;
            for (int bin = 0; bin < Last.Length; bin++)
            {
                if (value == Last[bin])
                {
                    isTied = true;
                    score += seen[bin]++ >= Lower[bin] ? 1 : 0;
                }
                else
                {
                    score += value > Last[bin] ? 1 : 0;
                }
            }

            if (isTied)
            {
                bins[i] = (byte)(dimension.IsReversed ? Last.Length - score : score);
            }
        }
    }
}
