namespace CustomerInsight.Models;

/// <summary>Finds columns that look like numbers of customers: a different whole number in every row.</summary>
internal static class IdentifierColumns
{
    // Of fewer rows, a measurement may well be different in each.
    private const int FewestRows = 100;

    // Above, every number is whole.
    private const double LargestWhole = 9_007_199_254_740_992;

    public static IEnumerable<FitWarning> Warnings(FeatureMatrix? data) =>
        Enumerable.Range(0, data?.Columns.Count ?? 0).Where(column => IsIdentifier(data!, column)).Select(column => LogisticWarnings.Identifier(data!.Columns[column]));

    public static bool IsIdentifier(FeatureMatrix data, int column)
    {
        if (data.Rows < FewestRows)
        {
            return false;
        }

        int width = data.Columns.Count;
        var seen = new HashSet<double>();
        for (int at = column; at < data.Array.Length; at += width)
        {
            if (data.Array[at] != Math.Floor(data.Array[at]) || Math.Abs(data.Array[at]) > LargestWhole || !seen.Add(data.Array[at]))
            {
                return false;
            }
        }

        return true;
    }
}
