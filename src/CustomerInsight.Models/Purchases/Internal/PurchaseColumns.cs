namespace CustomerInsight.Models;

/// <summary>The rows of a table, column by column: a few arrays in the place of an object for each customer.</summary>
internal sealed class PurchaseColumns
{
    public PurchaseColumns(string[] customers, bool habits)
    {
        Customers = customers;
        FirstDay = new int[customers.Length];
        LastDay = new int[customers.Length];
        Orders = new int[customers.Length];
        Days = new int[customers.Length];
        Revenue = new decimal[customers.Length];
        RepeatRevenue = new decimal[customers.Length];
        Habits = habits ? new PurchaseHabits[customers.Length] : null;
    }

    public string[] Customers;

    public int[] FirstDay;

    public int[] LastDay;

    /// <summary>0 marks a customer without purchases while the table is made; none is left in it.</summary>
    public int[] Orders;

    public int[] Days;

    public decimal[] Revenue;

    public decimal[] RepeatRevenue;

    public PurchaseHabits?[]? Habits;

    public int Count => Customers.Length;

    /// <summary>Moves the rows with purchases together and gives the names of the others, both in order.</summary>
    public List<string> RemoveEmpty()
    {
        var empty = new List<string>();
        string[] all = Customers;
        int kept = Array.IndexOf(Orders, 0);
        if (kept < 0)
        {
            return empty;
        }

        // The names may be the source's own array.
        Customers = [.. all];
        for (int i = kept; i < all.Length; i++)
        {
            if (Orders[i] == 0)
            {
                empty.Add(all[i]);
            }
            else
            {
                Move(i, kept++);
            }
        }

        Cut(kept);
        return empty;
    }

    public bool SameAs(PurchaseColumns other) =>
        Customers.AsSpan().SequenceEqual(other.Customers)
        && FirstDay.AsSpan().SequenceEqual(other.FirstDay)
        && LastDay.AsSpan().SequenceEqual(other.LastDay)
        && Orders.AsSpan().SequenceEqual(other.Orders)
        && Days.AsSpan().SequenceEqual(other.Days)
        && Revenue.AsSpan().SequenceEqual(other.Revenue)
        && RepeatRevenue.AsSpan().SequenceEqual(other.RepeatRevenue)
        && (Habits is null ? other.Habits is null : other.Habits is not null && Habits.AsSpan().SequenceEqual(other.Habits));

    public RepeatPattern[] ToPatterns(int asOfDay)
    {
        var patterns = new RepeatPattern[Count];
        for (int i = 0; i < patterns.Length; i++)
        {
            patterns[i] = new RepeatPattern(Days[i] - 1, LastDay[i] - FirstDay[i], asOfDay - FirstDay[i]);
        }

        return patterns;
    }

    /// <summary>As <see cref="PurchaseSummary.Spend"/>.</summary>
    public SpendPattern SpendAt(int row)
    {
        int repeats = Days[row] - 1;
        return new SpendPattern(repeats, repeats == 0 ? 0 : (double)Math.Max(RepeatRevenue[row] / repeats, 0));
    }

    private void Move(int from, int to)
    {
        Customers[to] = Customers[from];
        FirstDay[to] = FirstDay[from];
        LastDay[to] = LastDay[from];
        Orders[to] = Orders[from];
        Days[to] = Days[from];
        Revenue[to] = Revenue[from];
        RepeatRevenue[to] = RepeatRevenue[from];
        if (Habits is not null)
        {
            Habits[to] = Habits[from];
        }
    }

    private void Cut(int length)
    {
        Array.Resize(ref Customers, length);
        Array.Resize(ref FirstDay, length);
        Array.Resize(ref LastDay, length);
        Array.Resize(ref Orders, length);
        Array.Resize(ref Days, length);
        Array.Resize(ref Revenue, length);
        Array.Resize(ref RepeatRevenue, length);
        if (Habits is not null)
        {
            Array.Resize(ref Habits, length);
        }
    }
}
