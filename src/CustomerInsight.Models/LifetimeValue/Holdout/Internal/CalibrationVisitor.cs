namespace CustomerInsight.Models;

/// <summary>Counts first and repeat purchases by day up to the calibration's end, and each customer's repeat purchases of late.</summary>
/// <param name="customers">How many customers the source has.</param>
/// <param name="firstDayOfLate">The first day that counts as late.</param>
/// <param name="births">Takes the days of first purchases.</param>
/// <param name="repeats">Takes the days of repeat purchases.</param>
internal sealed class CalibrationVisitor(int customers, int firstDayOfLate, DayCounts births, DayCounts repeats) : IPurchaseVisitor
{
    private const int NoPurchase = -1;

    private readonly int[] _late = Filled(customers);

    /// <summary>The repeat purchases of late of the customers with a purchase, in their order.</summary>
    public int[] Late => Array.FindAll(_late, static count => count != NoPurchase);

    public void Visit(int customer, ReadOnlySpan<PurchaseRow> purchases, ReadOnlySpan<PurchaseRow> refunds)
    {
        int day = purchases[0].Day;
        births.Add(day);
        int late = 0;
        foreach (ref readonly PurchaseRow row in purchases)
        {
            if (row.Day != day)
            {
                day = row.Day;
                repeats.Add(day);
                late += day >= firstDayOfLate ? 1 : 0;
            }
        }

        _late[customer] = late;
    }

    private static int[] Filled(int length)
    {
        int[] late = new int[length];
        Array.Fill(late, NoPurchase);
        return late;
    }
}
