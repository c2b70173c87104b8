namespace CustomerInsight.Models;

/// <summary>Counts what came after the calibration's end.</summary>
/// <param name="isKnown">For each customer of the source, whether the calibration has the customer.</param>
/// <param name="end">The calibration's end in ticks of UTC.</param>
/// <param name="lastDay">Its day.</param>
/// <param name="repeats">Takes the days of repeat purchases of customers who are known.</param>
internal sealed class HoldoutVisitor(bool[] isKnown, long end, int lastDay, DayCounts repeats) : IPurchaseVisitor
{
    private readonly int[] _days = new int[isKnown.Length];
    private readonly decimal[] _revenue = new decimal[isKnown.Length];

    /// <summary>What came of those who are known, in their order.</summary>
    public HoldoutColumns Known() => new([.. _days.Where((_, customer) => isKnown[customer])], [.. _revenue.Where((_, customer) => isKnown[customer])]);

    public LaterCustomers Later()
    {
        int customers = 0;
        long days = 0;
        decimal revenue = 0;
        for (int i = 0; i < isKnown.Length; i++)
        {
            if (!isKnown[i] && _days[i] > 0)
            {
                customers++;
                days += _days[i];
                revenue += _revenue[i];
            }
        }

        return new LaterCustomers(customers, days, revenue);
    }

    public void Visit(int customer, ReadOnlySpan<PurchaseRow> purchases, ReadOnlySpan<PurchaseRow> refunds)
    {
        _days[customer] = CountDays(purchases, isKnown[customer]);
        _revenue[customer] = Revenue(purchases) + Revenue(refunds);
    }

    private int CountDays(ReadOnlySpan<PurchaseRow> purchases, bool areRepeats)
    {
        int days = 0;
        for (int i = 0; i < purchases.Length;)
        {
            // A purchase after the end but on its day is of a day that counts already, if there was one before the end.
            int day = purchases[i].Day;
            bool isHeldOut = day >= lastDay;
            for (; i < purchases.Length && purchases[i].Day == day; i++)
            {
                isHeldOut &= purchases[i].Ticks > end;
            }

            if (isHeldOut)
            {
                days++;
                if (areRepeats)
                {
                    repeats.Add(day);
                }
            }
        }

        return days;
    }

    private decimal Revenue(ReadOnlySpan<PurchaseRow> amounts)
    {
        decimal sum = 0;
        foreach (ref readonly PurchaseRow row in amounts)
        {
            // A refund is on the day of the order that it is taken off, where it is.
            sum += row.Ticks > end && row.Day >= lastDay ? row.Amount : 0;
        }

        return sum;
    }
}
