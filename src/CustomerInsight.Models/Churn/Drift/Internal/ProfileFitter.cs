namespace CustomerInsight.Models;

/// <summary>Makes profiles of values.</summary>
internal static class ProfileFitter
{
    /// <summary>How many customers there are between two quantiles that are kept, at least.</summary>
    public const int FewestBetween = 10;

    private const int GridSteps = 200;

    public static DriftProfile Fit(DriftValues values, DriftReferenceOptions options)
    {
        var profile = new DriftProfile(values.Name, values.Subject, values.Kind, values.Rows, values.Rows - values.Known) { Mean = MeanOf(values) };
        if (values.Levels is { } counts)
        {
            // Yes and no are no names, so both are kept however rare they are.
            int smallest = values.Kind == TraitKind.Flag ? 0 : options.SmallestLevel;
            string[] levels =
            [
                .. counts.Where(level => level.Value >= smallest).OrderByDescending(static level => level.Value).ThenBy(static level => level.Key, StringComparer.Ordinal)
                    .Select(static level => level.Key).Take(values.Kind == TraitKind.Flag ? 2 : options.MostLevels),
            ];
            return profile with { Levels = ValueList.Create<string>(levels), Shares = ValueList.Create<double>(SharesOf(counts, levels)) };
        }

        if (values.Numbers!.Length == 0)
        {
            return profile;
        }

        // Between two quantiles there are ten customers at least, so that nobody is known by them; of few customers there are none.
        int parts = values.Numbers.Length / FewestBetween;
        double[] bounds = parts < 2 ? [] : QuantileBins.Bounds(values.Numbers, Math.Min(options.Bins, parts));
        double[] grid = parts < 2 ? [] : [.. OrderStatistics.Quantiles(values.Numbers, Math.Min(GridSteps, parts)).Distinct()];
        return profile with
        {
            Bounds = ValueList.Create<double>(bounds),
            Shares = ValueList.Create<double>(QuantileBins.Shares(values.Numbers, bounds)),
            Quantiles = ValueList.Create<double>(grid),
            CumulativeShares = ValueList.Create<double>(CumulativeShares(values.Numbers, grid)),
        };
    }

    public static double? MeanOf(DriftValues values) => values switch
    {
        { Known: 0 } => null,
        { Numbers: { } numbers } => numbers.Average(),
        { Kind: TraitKind.Flag, Levels: { } levels } => (double)levels[DriftValues.Yes] / values.Known,
        _ => null,
    };

    /// <summary>The share of each level, and of all others.</summary>
    public static double[] SharesOf(Dictionary<string, int> counts, IReadOnlyList<string> levels)
    {
        int rows = counts.Values.Sum();
        int[] own = [.. levels.Select(level => counts.GetValueOrDefault(level)), 0];
        own[^1] = rows - own.Sum();
        return QuantileBins.Shares(own, rows);
    }

    /// <summary>The share of sorted numbers that is at most each of some others, rising.</summary>
    public static double[] CumulativeShares(double[] sorted, ReadOnlySpan<double> at)
    {
        double[] shares = new double[at.Length];
        int below = 0;
        for (int i = 0; i < at.Length; i++)
        {
            while (below < sorted.Length && sorted[below] <= at[i])
            {
                below++;
            }

            shares[i] = (double)below / sorted.Length;
        }

        return shares;
    }
}
