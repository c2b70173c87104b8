namespace CustomerInsight.Models;

/// <summary>Brings one customer's purchases in order.</summary>
internal static class PurchaseSorter
{
    private const int Few = 16;

    /// <summary>Sorts by day alone: enough for days to be counted, and rows of one source mostly are sorted already.</summary>
    public static void ByDay(Span<PurchaseRow> rows)
    {
        if (rows.Length <= Few)
        {
            InsertByDay(rows);
            return;
        }

        for (int i = 1; i < rows.Length; i++)
        {
            if (rows[i].Day < rows[i - 1].Day)
            {
                rows.Sort(static (left, right) => left.Day.CompareTo(right.Day));
                return;
            }
        }
    }

    /// <summary>Sorts by all that the rows tell.</summary>
    public static void Canonical(Span<PurchaseRow> rows)
    {
        if (rows.Length > 1)
        {
            rows.Sort(static (left, right) => PurchaseRow.Compare(left, right));
        }
    }

    private static void InsertByDay(Span<PurchaseRow> rows)
    {
        for (int i = 1; i < rows.Length; i++)
        {
            if (rows[i].Day >= rows[i - 1].Day)
            {
                continue;
            }

            PurchaseRow row = rows[i];
            int at = i;
            while (at > 0 && rows[at - 1].Day > row.Day)
            {
                rows[at] = rows[at - 1];
                at--;
            }

            rows[at] = row;
        }
    }
}
