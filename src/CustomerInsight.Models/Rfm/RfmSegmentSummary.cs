namespace CustomerInsight.Models;

/// <summary>How many customers a segment has and what they brought.</summary>
/// <param name="Segment">The segment's name.</param>
/// <param name="Customers">How many customers.</param>
/// <param name="CustomerShare">Their share of all scored customers, in [0, 1].</param>
/// <param name="Revenue">Their revenue.</param>
/// <param name="RevenueShare">Its share of all revenue, in [0, 1] where no revenue is below zero; 0 where there is no revenue at all, or refunds outweigh it.</param>
public sealed record RfmSegmentSummary(string Segment, int Customers, double CustomerShare, decimal Revenue, double RevenueShare)
{
    /// <summary>Gets the mean of the days since the last purchase; null without customers.</summary>
    public double? MeanDaysSinceLast { get; init; }

    /// <summary>Gets the mean number of orders; null without customers.</summary>
    public double? MeanOrders { get; init; }

    /// <summary>Gets the mean revenue of a customer; null without customers.</summary>
    public decimal? MeanRevenue { get; init; }
}
