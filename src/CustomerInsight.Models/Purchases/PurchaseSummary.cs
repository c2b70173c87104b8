namespace CustomerInsight.Models;

/// <summary>What one customer bought up to a day, summed up. The row that every purchase model learns from.</summary>
/// <param name="Customer">The customer's name in results.</param>
/// <param name="FirstDay">The day of the first purchase.</param>
/// <param name="LastDay">The day of the last purchase, at least <paramref name="FirstDay"/>.</param>
/// <param name="AsOfDay">The day the summary looks from, at least <paramref name="LastDay"/>.</param>
/// <param name="Orders">How many orders there were, by <see cref="PurchaseOptions.SameDay"/>. At least 1.</param>
/// <param name="Days">On how many distinct days there was a purchase. At least 1.</param>
/// <param name="Revenue">The sum of the purchases; refunds are taken off where <see cref="PurchaseOptions.Refunds"/> says so.</param>
/// <param name="RepeatRevenue">The part of <paramref name="Revenue"/> that came after <paramref name="FirstDay"/>.</param>
/// <param name="Currency">The currency of the amounts.</param>
public sealed record PurchaseSummary(
    string Customer,
    DateOnly FirstDay,
    DateOnly LastDay,
    DateOnly AsOfDay,
    int Orders,
    int Days,
    decimal Revenue,
    decimal RepeatRevenue,
    string Currency)
{
    /// <summary>Gets the days from the last purchase to the as-of day (recency in RFM). At least 0.</summary>
    public int DaysSinceLast => AsOfDay.DayNumber - LastDay.DayNumber;

    /// <summary>Gets the days from the first purchase to the as-of day (T in the literature). At least 0.</summary>
    public int TenureDays => AsOfDay.DayNumber - FirstDay.DayNumber;

    /// <summary>Gets the days from the first purchase to the last (t_x in the literature). At least 0.</summary>
    public int ActiveDays => LastDay.DayNumber - FirstDay.DayNumber;

    /// <summary>Gets on how many days after the first the customer bought again (x in the literature). At least 0.</summary>
    public int RepeatDays => Days - 1;

    /// <summary>Gets the mean amount of a day with a repeat purchase, the first day left out; 0 where there was no repeat purchase.</summary>
    public decimal MeanRepeatRevenue => RepeatDays == 0 ? 0 : RepeatRevenue / RepeatDays;

    /// <summary>Gets when the customer bought again, as the buy-till-you-die models read it.</summary>
    public RepeatPattern Pattern => new(RepeatDays, ActiveDays, TenureDays);

    /// <summary>Gets what the customer spent on the days of repeat purchases, as the spend models read it; a mean below zero, of more refunds than purchases, as 0.</summary>
    public SpendPattern Spend => new(RepeatDays, (double)Math.Max(MeanRepeatRevenue, 0));

    /// <summary>Gets how the customer buys; null unless <see cref="PurchaseOptions.Habits"/> asked for it.</summary>
    public PurchaseHabits? Habits { get; init; }

    /// <summary>Says how much there is, never who it is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Orders} order(s) on {Days} day(s)";
}
