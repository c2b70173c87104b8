namespace CustomerInsight.Models;

/// <summary>One purchase of a log: what every one has.</summary>
internal struct LogRow
{
    public string Customer;

    public long Ticks;

    public decimal Amount;

    /// <summary>The place of the details, or −1 where there are none.</summary>
    public int Detail;

    /// <summary>The currency's number, or what is said in its place.</summary>
    public short Currency;

    /// <summary>The number of the customer's type and scope.</summary>
    public short Kind;
}
