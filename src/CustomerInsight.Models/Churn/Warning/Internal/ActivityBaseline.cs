namespace CustomerInsight.Models;

/// <summary>What is usual of a customer.</summary>
/// <param name="Level">Activities in a period of an average season.</param>
/// <param name="Dispersion">The variance of counts over their mean; 1 for a Poisson process, and never less.</param>
internal readonly record struct ActivityBaseline(double Level, double Dispersion)
{
    // A median over blocks of fewer activities is too coarse.
    private const double FewestOfMedian = 3;
    private const double NormalMad = 1.4826;
    private const int MostBlocks = 13;

    // The dispersion of all customers counts as much as so many blocks of a customer's own.
    private const int CommonFreedom = 6;

    /// <summary>How many periods go into a block, so that there are at most 13 blocks.</summary>
    public static int BlockLength(int periods) => (periods + MostBlocks - 1) / MostBlocks;

    /// <summary>Learns it from blocks.</summary>
    /// <param name="counts">The activities of each block. Their order is changed.</param>
    /// <param name="weight">How many periods a block has.</param>
    public static ActivityBaseline Of(Span<double> counts, double weight)
    {
        double total = 0;
        foreach (double count in counts)
        {
            total += count;
        }

        double mean = total / counts.Length;
        double median = Median(counts);
        if (median < FewestOfMedian)
        {
            double squares = 0;
            foreach (double count in counts)
            {
                squares += (count - mean) * (count - mean);
            }

            return new ActivityBaseline(mean / weight, mean > 0 ? Math.Max(1, squares / (counts.Length - 1) / mean) : 1);
        }

        foreach (ref double count in counts)
        {
            count = Math.Abs(count - median);
        }

        double spread = NormalMad * Median(counts);
        return new ActivityBaseline(median / weight, Math.Max(1, spread * spread / median));
    }

    /// <summary>How far the counts of all customers vary, of whom the twentieth that vary least and that vary most do not count.</summary>
    public static double CommonDispersion(IEnumerable<ActivityBaseline> customers)
    {
        double[] all = [.. customers.Select(static customer => customer.Dispersion).Order()];
        double[] middle = all[(all.Length / 20)..(all.Length - (all.Length / 20))];
        return middle.Length == 0 ? 1 : middle.Average();
    }

    /// <summary>The same with a dispersion that a dozen blocks do not tell well drawn towards that of all customers; never below that, so that chance does not make a customer look steadier.</summary>
    /// <param name="common">The dispersion of all.</param>
    /// <param name="periods">From how many periods it was learned.</param>
    public ActivityBaseline Towards(double common, int periods)
    {
        int freedom = (periods / BlockLength(periods)) - 1;
        return this with { Dispersion = Math.Max(common, ((freedom * Dispersion) + (CommonFreedom * common)) / (freedom + CommonFreedom)) };
    }

    private static double Median(Span<double> values)
    {
        values.Sort();
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
