namespace CustomerInsight.Models;

/// <summary>How a feature of a customer is put into words.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Sentence">
/// What is said of the customer, with the customer's value in the place of <c>{value}</c>, the usual value of all customers in that of <c>{typical}</c>, and the customer's value of any
/// other trait in that of its name, such as <c>has not bought for {value} days, usually after {mean_gap_days}</c>. Of several phrases of a feature the first is taken whose places are all known.
/// </param>
public sealed record ReasonPhrase(string Feature, string Sentence)
{
    internal const string Value = "value";
    internal const string Typical = "typical";

    /// <summary>Gets the phrases for the features of purchases and activities.</summary>
    public static ValueList<ReasonPhrase> Purchases { get; } =
    [
        new(PurchaseFeatures.RecencyDays, $"has not bought for {{value}} days, usually after {{{PurchaseFeatures.MedianGapDays}}}"),
        new(PurchaseFeatures.RecencyDays, "has not bought for {value} days, where {typical} are typical"),
        new(PurchaseFeatures.RecencyDays, "has not bought for {value} days"),
        new(PurchaseFeatures.TenureDays, "first bought {value} days ago"),
        new(PurchaseFeatures.ActiveDays, "bought over a time of {value} days"),
        new(PurchaseFeatures.Orders, "ordered {value} times, where {typical} are typical"),
        new(PurchaseFeatures.Orders, "ordered {value} times"),
        new(PurchaseFeatures.PurchaseDays, "bought on {value} days, where {typical} are typical"),
        new(PurchaseFeatures.PurchaseDays, "bought on {value} days"),
        new(PurchaseFeatures.Revenue, "spent {value}, where {typical} is typical"),
        new(PurchaseFeatures.Revenue, "spent {value}"),
        new(PurchaseFeatures.RepeatRevenue, "spent {value} after the first day"),
        new(PurchaseFeatures.RevenuePerOrder, "spends {value} an order, where {typical} is typical"),
        new(PurchaseFeatures.RevenuePerOrder, "spends {value} an order"),
        new(PurchaseFeatures.MeanGapDays, "buys every {value} days on average"),
        new(PurchaseFeatures.MedianGapDays, "usually buys after {value} days"),
        new(PurchaseFeatures.GapVariation, "gaps between purchases vary by {value} of their mean"),
        new(PurchaseFeatures.DistinctItems, "bought {value} different items"),
        new(PurchaseFeatures.Returns, "gave something back {value} times"),
        new(ActivityFeatures.OverdueRatio, "has been silent for {value} times the usual gap between purchases"),
        new(ActivityFeatures.RecentPurchases, "bought on {value} days lately, where {typical} are typical"),
        new(ActivityFeatures.RecentPurchases, "bought on {value} days lately"),
        new(ActivityFeatures.RecentRevenue, "spent {value} lately"),
        new(AliveFeatures.ExpectedPurchases, "is expected to buy {value} times"),
        new(RunTraitNames.ProbabilityAlive, "still buys with a chance of {value}"),
    ];
}
