namespace CustomerInsight.Models;

/// <summary>Finds what differs between two tables of the same traits.</summary>
internal static class TraitComparison
{
    public static IEnumerable<LeakageFinding> Differences(TraitTable features, TraitTable expected, double tolerance)
    {
        int[] rows = [.. features.Customers.Select(expected.IndexOf)];
        int others = rows.Count(static row => row < 0);
        if (others > 0)
        {
            yield return new LeakageFinding(LeakageReport.Customers, LeakageKind.LooksAhead, others, null);
        }

        foreach (TraitColumn column in features.Columns)
        {
            TraitColumn? other = expected[column.Definition.Name];
            int changed = Enumerable.Range(0, rows.Length).Count(row => rows[row] >= 0 && !IsSame(column[row], other is null ? TraitValue.Missing : other[rows[row]], tolerance));
            if (changed > 0)
            {
                yield return new LeakageFinding(column.Definition.Name, LeakageKind.LooksAhead, changed, null);
            }
        }
    }

    private static bool IsSame(TraitValue left, TraitValue right, double tolerance) => left.Kind == TraitKind.Number && right.Kind == TraitKind.Number
        ? Math.Abs(left.Number - right.Number) <= tolerance * Math.Max(Math.Abs(left.Number), Math.Abs(right.Number))
        : left == right;
}
