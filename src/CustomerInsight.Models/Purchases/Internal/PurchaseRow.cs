namespace CustomerInsight.Models;

/// <summary>One activity of type purchase as the summary reads it, whatever it comes from.</summary>
internal struct PurchaseRow
{
    /// <summary>When, in ticks of UTC.</summary>
    public long Ticks;

    public decimal Amount;

    /// <summary>The day it counts on, as a <see cref="DateOnly.DayNumber"/>; set while summing up.</summary>
    public int Day;

    /// <summary>Where the reader finds what else it tells; −1 where it tells nothing.</summary>
    public int Detail;

    /// <summary>The reader's number of its currency; <see cref="PurchaseReader.WithoutMoney"/> where it has no amount.</summary>
    public short Currency;
}
