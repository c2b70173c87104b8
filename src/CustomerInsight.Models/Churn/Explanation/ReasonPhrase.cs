namespace CustomerInsight.Models;

/// <summary>How a feature of a customer is put into words.</summary>
/// <param name="Feature">The feature's name. <c>{type}</c> at its start is any text: <c>{type} (count)</c> is a phrase for each feature that ends in <c> (count)</c>; those of the whole name come before it.</param>
/// <param name="Sentence">
/// What is said of the customer, with the customer's value in the place of <c>{value}</c>, the usual value of all customers in that of <c>{typical}</c>, the text of <c>{type}</c> in that of
/// <c>{type}</c>, and the customer's value of any other trait in that of its name, such as <c>has not bought for {value} days, usually after {mean_gap_days}</c>. A number that is log-odds is
/// written as the chance with <c>{value:chance}</c>, a share or chance in per cent with <c>{value:percent}</c>, and a logarithm as what it is the logarithm of with <c>{value:exp}</c>.
/// Of several phrases of a feature the first is taken whose places are all known.
/// </param>
public sealed record ReasonPhrase(string Feature, string Sentence)
{
    internal const string Value = "value";
    internal const string Typical = "typical";
    internal const string Type = "type";
    internal const string AnyType = "{type}";

    private const string NothingBought = "has bought nothing that is known";
    private const string OneDay = "bought on fewer than two days";
    private const string TooNew = "has been known for too short a time to see a trend";

    /// <summary>Gets the phrases for the features of purchases, activities and purchase models.</summary>
    public static ValueList<ReasonPhrase> Purchases { get; } =
    [
        new(PurchaseFeatures.RecencyDays, $"has not bought for {{value}} days, usually after {{{PurchaseFeatures.MedianGapDays}}}"),
        new(PurchaseFeatures.RecencyDays, "has not bought for {value} days, where {typical} are typical"),
        new(PurchaseFeatures.RecencyDays, "has not bought for {value} days"),
        new(PurchaseFeatures.TenureDays, "first bought {value} days ago"),
        new(PurchaseFeatures.ActiveDays, "bought over a time of {value} days"),
        .. Each(PurchaseFeatures.Orders, "ordered {value} times", "where {typical} are typical"),
        .. Each(PurchaseFeatures.PurchaseDays, "bought on {value} days", "where {typical} are typical"),
        .. Each(PurchaseFeatures.Revenue, "spent {value}", "where {typical} is typical"),
        new(PurchaseFeatures.RepeatRevenue, "spent {value} after the first day"),
        .. Each(PurchaseFeatures.RevenuePerOrder, "spends {value} an order", "where {typical} is typical"),
        new(PurchaseFeatures.MeanGapDays, "buys every {value} days on average"),
        new(PurchaseFeatures.MedianGapDays, "usually buys after {value} days"),
        new(PurchaseFeatures.GapVariation, "gaps between purchases vary by {value} of their mean"),
        new(PurchaseFeatures.DistinctItems, "bought {value} different items"),
        new(PurchaseFeatures.Returns, "gave something back {value} times"),
        .. Each(ActivityFeatures.OverdueRatio, "has been silent for {value} times the usual gap between purchases", "where {typical} is typical"),
        .. Each(ActivityFeatures.RecentPurchases, "bought on {value} days lately", "where {typical} are typical"),
        .. Each(ActivityFeatures.RecentRevenue, "spent {value} lately", "where {typical} is typical"),
        new(ActivityFeatures.PurchaseTrend, "buys about {value:exp} times as often lately as in the window before"),
        new(ActivityFeatures.RevenueTrend, "spends about {value:exp} times as much lately as in the window before"),
        new(ActivityFeatures.PurchaseSlope, "changes its days with a purchase by {value} from window to window"),
        .. Each(ActivityFeatures.ShortMomentum, "bought on {value:exp} days of late, those longer ago counting less and less", "where {typical:exp} are typical"),
        .. Each(ActivityFeatures.LongMomentum, "bought on {value:exp} days, those long ago counting less and less", "where {typical:exp} are typical"),
        .. Each(ActivityFeatures.SameSeasonPurchases, "bought on {value} days in the same season a year ago", "where {typical} are typical"),
        .. Each(ActivityFeatures.DistinctCategories, "bought from {value} categories", "where {typical} are typical"),
        .. Each(ActivityFeatures.DistinctChannels, "bought in {value} channels", "where {typical} are typical"),
        .. Each(ActivityFeatures.ExpectedPurchases, "is expected to buy {value} times", "where {typical} is typical"),
        .. Each(RunTraitNames.ProbabilityAlive, "still buys with a chance of {value:percent}", "where {typical:percent} is typical"),
        .. Each(AliveFeatures.SilenceLogOdds, "by its rhythm buys nothing within the horizon with a chance of {value:chance}", "where {typical:chance} is typical"),
        .. Each(ActivityFeatures.DaysSince(AnyType), "last did '{type}' {value} days ago", "where {typical} is typical"),
        .. Each(ActivityFeatures.RecentCountOf(AnyType), "did '{type}' {value} times lately", "where {typical} is typical"),
        .. Each(ActivityFeatures.CountOf(AnyType), "did '{type}' {value} times", "where {typical} is typical"),
        new(PurchaseFeatures.RecencyDays, NothingBought) { OfMissing = true },
        new(ActivityFeatures.ShortMomentum, NothingBought) { OfMissing = true },
        new(ActivityFeatures.LongMomentum, NothingBought) { OfMissing = true },
        new(PurchaseFeatures.MeanGapDays, OneDay) { OfMissing = true },
        new(PurchaseFeatures.MedianGapDays, OneDay) { OfMissing = true },
        new(ActivityFeatures.PurchaseTrend, TooNew) { OfMissing = true },
        new(ActivityFeatures.RevenueTrend, TooNew) { OfMissing = true },
        new(ActivityFeatures.PurchaseSlope, TooNew) { OfMissing = true },
        new(ActivityFeatures.SameSeasonPurchases, "has been known for less than a year") { OfMissing = true },
        new(ActivityFeatures.OverdueRatio, OneDay) { OfMissing = true },
        new(ActivityFeatures.ExpectedPurchases, NothingBought) { OfMissing = true },
        new(RunTraitNames.ProbabilityAlive, NothingBought) { OfMissing = true },
        new(AliveFeatures.SilenceLogOdds, NothingBought) { OfMissing = true },
        new(ActivityFeatures.DaysSince(AnyType), "never did '{type}'") { OfMissing = true },
    ];

    /// <summary>Gets whether it is said of customers whose value is missing, and of no others.</summary>
    /// <value>False: of those who have a value.</value>
    public bool OfMissing { get; init; }

    private static ReasonPhrase[] Each(string feature, string sentence, string typical) => [new(feature, $"{sentence}, {typical}"), new(feature, sentence)];
}
