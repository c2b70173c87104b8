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

        int leftOut = expected.Customers.Count(customer => features.IndexOf(customer) < 0);
        if (leftOut > 0)
        {
            yield return new LeakageFinding(LeakageReport.CustomersLeftOut, LeakageKind.LooksAhead, leftOut, null);
        }

        // A trait that only one of the tables has is missing in the other.
        foreach (string trait in features.Columns.Concat(expected.Columns).Select(static column => column.Definition.Name).Distinct(StringComparer.Ordinal))
        {
            TraitColumn? own = features[trait];
            TraitColumn? other = expected[trait];
            int changed = Enumerable.Range(0, rows.Length).Count(row => rows[row] >= 0 && !IsSame(own is null ? TraitValue.Missing : own[row], other is null ? TraitValue.Missing : other[rows[row]], tolerance));
            if (changed > 0)
            {
                yield return new LeakageFinding(trait, LeakageKind.LooksAhead, changed, null);
            }
        }
    }

    private static bool IsSame(TraitValue left, TraitValue right, double tolerance) => left.Kind == TraitKind.Number && right.Kind == TraitKind.Number
        ? Math.Abs(left.Number - right.Number) <= tolerance * Math.Max(Math.Abs(left.Number), Math.Abs(right.Number))
        : left == right;
}
