namespace CustomerInsight.Models;

/// <summary>Columns of rows that somebody else summed up.</summary>
internal static class SummaryColumns
{
    /// <summary>Checks the rows, which are in ordinal order of the customer, and takes them over.</summary>
    public static PurchaseColumns Of(PurchaseSummary[] customers)
    {
        if (customers.Length == 0)
        {
            throw new ArgumentException($"There is no row, so neither day nor currency are known. Use {nameof(PurchaseTable)}.{nameof(PurchaseTable.Empty)} where nobody bought.", nameof(customers));
        }

        bool hasHabits = customers[0].Habits is not null;
        var columns = new PurchaseColumns(Array.ConvertAll(customers, static row => row.Customer), hasHabits);
        for (int i = 0; i < customers.Length; i++)
        {
            PurchaseSummary row = customers[i];
            Check(row, customers[0], i > 0 && customers[i - 1].Customer == row.Customer);
            CheckCounts(row);
            columns.FirstDay[i] = row.FirstDay.DayNumber;
            columns.LastDay[i] = row.LastDay.DayNumber;
            columns.Orders[i] = row.Orders;
            columns.Days[i] = row.Days;
            columns.Revenue[i] = row.Revenue;
            columns.RepeatRevenue[i] = row.RepeatRevenue;
            if (hasHabits)
            {
                columns.Habits![i] = row.Habits;
            }
        }

        return columns;
    }

    private static void Check(PurchaseSummary row, PurchaseSummary first, bool isTwin)
    {
        if (isTwin)
        {
            throw new ArgumentException("Two of the rows have the same customer. Join them into one.", nameof(row));
        }

        if (row.AsOfDay != first.AsOfDay || row.Currency != first.Currency || !Money.IsCurrencyCode(row.Currency))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A row is as of {row.AsOfDay:yyyy-MM-dd} in '{row.Currency}', another as of {first.AsOfDay:yyyy-MM-dd} in '{first.Currency}'. Make all rows as of one day and in one currency, a code of three capital letters."), nameof(row));
        }

        if (row.Habits is null != first.Habits is null)
        {
            throw new ArgumentException("Some rows tell habits, others do not. Give habits with all rows, or with none.", nameof(row));
        }

        if (row.FirstDay > row.LastDay || row.LastDay > row.AsOfDay || row.Orders < 1 || row.Days < 1)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A row has its first purchase on {row.FirstDay:yyyy-MM-dd} and its last on {row.LastDay:yyyy-MM-dd} as of {row.AsOfDay:yyyy-MM-dd}, {row.Orders} orders and {row.Days} days. Expected first ≤ last ≤ as of, and at least one order and one day."), nameof(row));
        }
    }

    private static void CheckCounts(PurchaseSummary row)
    {
        if (string.IsNullOrWhiteSpace(row.Customer))
        {
            throw new ArgumentException("A row has no customer. Name each.", nameof(row));
        }

        if (!row.Pattern.IsValid || row.Days > row.ActiveDays + 1 || (row.Days == 1 && row.RepeatRevenue != 0))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A row has {row.Days} days with purchases within {row.ActiveDays} days from first to last. Expected one day where both are the same, without repeat revenue, and else from 2 to all of them."), nameof(row));
        }
    }
}
