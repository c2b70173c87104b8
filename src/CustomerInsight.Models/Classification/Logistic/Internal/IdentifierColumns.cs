namespace CustomerInsight.Models;

/// <summary>Finds columns that look like numbers of customers: a different whole number in every row.</summary>
internal static class IdentifierColumns
{
    // Of fewer rows, a measurement may well be different in each.
    private const int FewestRows = 100;

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
            if (data.Array[at] != Math.Floor(data.Array[at]) || !seen.Add(data.Array[at]))
            {
                return false;
            }
        }

        return true;
    }
}
