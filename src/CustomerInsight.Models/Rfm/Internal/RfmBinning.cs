namespace CustomerInsight.Models;

/// <summary>The thresholds of one dimension, and where equal values are parted.</summary>
/// <param name="Thresholds">A value is in a higher bin for each that it is above.</param>
/// <param name="Split">Who of the customers whose value is tied goes where; null where nobody is parted.</param>
internal sealed record RfmBinning(ValueList<double> Thresholds, RankSplit? Split)
{
    public static RfmBinning Learn(RfmDimension dimension, BinMethod method, TiePolicy ties, int bins) => method switch
    {
        BinMethod.Ntile => Ntile(dimension, ties, bins),
        BinMethod.RPackageRfm => new RfmBinning(ValueList.From(OrderStatistics.Quantiles(dimension.Values, bins).Select(static quantile => Math.BitDecrement(quantile + 1))), null),
        _ => new RfmBinning(ValueList.Create<double>(OrderStatistics.Quantiles(dimension.Values, bins)), null),
    };

    /// <summary>Gives each customer the number of its bin, from 0 for the lowest values.</summary>
    public byte[] Place(RfmDimension dimension)
    {
        double[] values = dimension.Values;
        byte[] bins = new byte[values.Length];
        double[] thresholds = [.. Thresholds];
        for (int i = 0; i < bins.Length; i++)
        {
            int above = 0;
            foreach (double threshold in thresholds)
            {
                above += values[i] > threshold ? 1 : 0;
            }

            bins[i] = (byte)above;
        }

        Split?.Apply(dimension, bins);
        return bins;
    }

    private static RfmBinning Ntile(RfmDimension dimension, TiePolicy ties, int bins)
    {
        // Ranked from the worst: where less is better, from the largest.
        double[] ranked = dimension.IsReversed ? Array.ConvertAll(dimension.Values, static value => -value) : dimension.Values;
        (int each, int larger) = Math.DivRem(ranked.Length, bins);
        int[] ends = new int[bins - 1];
        for (int bin = 1; bin < bins; bin++)
        {
            ends[bin - 1] = (each * bin) + Math.Min(bin, larger);
        }

        double[] last = OrderStatistics.At(ranked, Array.ConvertAll(ends, static end => end - 1));
        RankSplit? split = ties == TiePolicy.Split ? RankSplit.Of(ranked, last, ends) : null;

        // Whole days: more than the day before the worst of the better is as much as at least that.
        double[] thresholds = dimension.IsReversed ? [.. last.Select(static value => -value - 1).Reverse()] : last;
        return new RfmBinning(ValueList.Create<double>(thresholds), split);
    }
}
