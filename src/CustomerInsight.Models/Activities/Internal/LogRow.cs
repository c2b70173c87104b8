namespace CustomerInsight.Models;

/// <summary>A row of a log: what every one has beside its customer.</summary>
internal struct LogRow
{
    public long Ticks;

    public decimal Amount;

    /// <summary>The place of the details, or −1 where there are none.</summary>
    public int Detail;

    /// <summary>The number of what happened.</summary>
    public short Type;

    /// <summary>The number of the currency; −1 where there is no money.</summary>
    public short Currency;
}
