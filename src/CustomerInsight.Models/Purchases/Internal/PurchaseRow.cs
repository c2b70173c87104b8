namespace CustomerInsight.Models;

/// <summary>One activity of type purchase as the summary reads it, whatever it comes from.</summary>
internal struct PurchaseRow
{
    /// <summary>When, in ticks of UTC.</summary>
    public long Ticks;

    /// <summary>The day it counts on, as a <see cref="DateOnly.DayNumber"/>; set while summing up.</summary>
    public int Day;

    public decimal Amount;

    /// <summary>The currency's code, or null where there is no amount.</summary>
    public string? Currency;

    public ActivityDetail Detail;

    /// <summary>An order that depends on nothing but what the rows say, so that sums come out alike whatever the order of arrival.</summary>
    public static int Compare(in PurchaseRow left, in PurchaseRow right)
    {
        int order = left.Day.CompareTo(right.Day);
        order = order != 0 ? order : left.Ticks.CompareTo(right.Ticks);
        order = order != 0 ? order : left.Amount.CompareTo(right.Amount);
        return order != 0 ? order : ActivityDetail.Compare(left.Detail, right.Detail);
    }
}
