namespace CustomerInsight.Models;

/// <summary>Brings one customer's purchases in order.</summary>
internal static class PurchaseSorter
{
    private const int Few = 16;

    /// <summary>Sorts by day alone: enough for days to be counted, and rows of one source mostly are sorted already.</summary>
    public static void ByDay(Span<PurchaseRow> rows)
    {
        for (int i = 1; i < rows.Length; i++)
        {
            if (rows[i].Day < rows[i - 1].Day)
            {
                SortByDay(rows);
                return;
            }
        }
    }

    /// <summary>Sorts by all that the rows tell.</summary>
    public static void Canonical(Span<PurchaseRow> rows, PurchaseReader reader)
    {
        if (rows.Length > 1)
        {
            rows.Sort((left, right) => reader.Compare(left, right));
        }
    }

    private static void SortByDay(Span<PurchaseRow> rows)
    {
        if (rows.Length > Few)
        {
            rows.Sort(static (left, right) => left.Day.CompareTo(right.Day));
            return;
        }

        for (int i = 1; i < rows.Length; i++)
        {
            PurchaseRow row = rows[i];
            int at = i;
            for (; at > 0 && rows[at - 1].Day > row.Day; at--)
            {
                rows[at] = rows[at - 1];
            }

            rows[at] = row;
        }
    }
}
