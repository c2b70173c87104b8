namespace CustomerInsight.Matching;

/// <summary>Checks that a model's numbers fit its comparisons.</summary>
internal static class ModelCheck
{
    private const double MostRounding = 1e-6;

    public static void Check(ValueList<ComparisonParameters> comparisons, string name)
    {
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ComparisonParameters comparison in comparisons)
        {
            int needed = comparison.Comparison.Levels.Count + 1;
            if (comparison.Levels.Count != needed || comparison.Levels.Any(static level => !(level.M > 0 && level.U > 0 && (level.Agreement is not { } agreement || agreement > 0))))
            {
                throw new ArgumentException($"Comparison '{comparison.Comparison.Name}' needs {needed} levels with m, u and agreement above 0; it has {comparison.Levels.Count}.", name);
            }

            if (comparison.Dependence is { } dependence)
            {
                Check(comparison.Comparison.Name, needed, dependence, levels, name);
            }

            // Of two comparisons with one name neither can be depended on.
            levels[comparison.Comparison.Name] = levels.ContainsKey(comparison.Comparison.Name) ? -1 : needed;
        }
    }

    private static void Check(string comparison, int levels, ChanceDependence dependence, Dictionary<string, int> earlier, string name)
    {
        long rows = 1;
        foreach (string on in dependence.On)
        {
            rows = earlier.GetValueOrDefault(on, -1) is > 0 and int count
                ? Math.Min(rows * (count + 1), int.MaxValue)
                : throw new ArgumentException($"Comparison '{comparison}' depends on '{on}', which is not the name of exactly one comparison before it.", name);
        }

        if (dependence.On.Count == 0 || dependence.Shares.Count != rows * levels || dependence.Shares.Any(static share => !(share > 0)))
        {
            throw new ArgumentException($"Comparison '{comparison}' depends on {dependence.On.Count} others and needs {rows * levels} shares above 0; it has {dependence.Shares.Count}.", name);
        }

        for (int row = 0; row < rows; row++)
        {
            double sum = 0;
            for (int level = 0; level < levels; level++)
            {
                sum += dependence.Shares[(row * levels) + level];
            }

            if (!(Math.Abs(sum - 1) <= MostRounding))
            {
                throw new ArgumentException(FormattableString.Invariant($"Comparison '{comparison}' depends on others with shares that add up to {sum} in row {row}; they must add up to 1."), name);
            }
        }
    }
}
