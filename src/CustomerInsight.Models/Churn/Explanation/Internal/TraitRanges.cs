namespace CustomerInsight.Models;

/// <summary>Which values customers have.</summary>
internal static class TraitRanges
{
    /// <summary>The medians of the numbers among the traits; of those that nobody has, none.</summary>
    public static Dictionary<string, double> Medians(TraitTable? table)
    {
        var medians = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (TraitColumn column in table?.Columns ?? [])
        {
            if (column is NumberColumn numbers && SortedKnown(numbers) is { Length: > 0 } known)
            {
                medians.Add(column.Definition.Name, (known[(known.Length - 1) / 2] + known[known.Length / 2]) / 2);
            }
        }

        return medians;
    }

    /// <summary>The numbers that are known, rising.</summary>
    public static double[] SortedKnown(NumberColumn column)
    {
        double[] known = Array.FindAll(column.Values.ToArray(), static value => !double.IsNaN(value));
        Array.Sort(known);
        return known;
    }
}
