namespace CustomerInsight.Models.Tests;

/// <summary>Rows with many ties, and the same in another order.</summary>
internal static class Shuffled
{
    /// <summary>Rows of whole numbers, from a seed.</summary>
    public static FeatureMatrix WholeNumbers(int rows, int columns, int most, ulong seed)
    {
        var random = new SeededRandom(seed);
        return FeatureMatrix.Create(ValueList.From(Enumerable.Range(0, columns).Select(column => $"x{column}")), [.. Enumerable.Range(0, rows * columns).Select(_ => (double)random.Next(most))]);
    }

    /// <summary>The same rows in an order from a seed.</summary>
    public static FeatureMatrix Of(FeatureMatrix data, ulong seed)
    {
        var random = new SeededRandom(seed);
        int[] order = [.. Enumerable.Range(0, data.Rows).Select(row => (row, Key: random.NextDouble())).OrderBy(row => row.Key).Select(row => row.row)];
        return FeatureMatrix.Create(data.Columns, [.. order.SelectMany(row => data.Row(row).ToArray())]);
    }

    /// <summary>The rows with what was found for each, in an order of their own.</summary>
    public static IEnumerable<string> Sorted<T>(FeatureMatrix data, IEnumerable<T> found) =>
        found.Select((one, row) => FormattableString.Invariant($"{string.Join(' ', data.Row(row).ToArray())}: {one}")).Order(StringComparer.Ordinal);
}
