namespace CustomerInsight.Matching;

/// <summary>What is expected of a comparison before any data: it starts the learning, and stands where nothing could be learned.</summary>
internal static class Expectations
{
    private const double StrongestM = 0.8;
    private const double StrongestU = 0.001;
    private const double GrowthOfU = 3;
    private const double MostOfU = 0.5;

    /// <summary>Matches mostly hold the strongest level; each lower one half as often.</summary>
    public static double[] M(int levels)
    {
        double[] m = new double[levels];
        double share = 1;
        for (int level = 1; level < levels; level++)
        {
            m[level] = share;
            share /= 2;
        }

        double rest = m.Sum();
        for (int level = 1; level < levels; level++)
        {
            m[level] *= (1 - StrongestM) / rest;
        }

        m[0] = StrongestM;
        return m;
    }

    /// <summary>What is observed, with the expectation worth so many observations more. A level never seen gets half an observation at least, so that no weight is infinite.</summary>
    public static double[] Blend(double[] observed, double[] expected, double strength)
    {
        double seen = observed.Sum();
        double total = seen + strength;
        if (total <= 0)
        {
            return expected;
        }

        double floor = 0.5 / (total + 1) / observed.Length;
        double[] blended = [.. observed.Select((count, level) => Math.Max((count + (strength * expected[level])) / total, floor))];
        double sum = blended.Sum();
        return [.. blended.Select(share => share / sum)];
    }

    /// <summary>Others rarely hold the strongest level, lower ones more often, and mostly are different.</summary>
    public static double[] U(int levels)
    {
        double[] u = new double[levels];
        double share = StrongestU;
        double sum = 0;
        for (int level = 0; level < levels - 1; level++)
        {
            u[level] = Math.Min(share, (MostOfU - sum) / 2);
            sum += u[level];
            share *= GrowthOfU;
        }

        u[^1] = 1 - sum;
        return u;
    }
}
