namespace CustomerInsight.Models;

/// <summary>The names of the traits that <see cref="ActivityFeatureBuilder"/> makes beside those of <see cref="PurchaseFeatures"/> and <see cref="RunTraitNames"/>.</summary>
/// <remarks>A window is <see cref="ActivityFeatureOptions.WindowDays"/> long; the last one ends with the as-of day.</remarks>
public static class ActivityFeatures
{
    /// <summary>Number: days with a purchase in the last window.</summary>
    public const string RecentPurchases = "recent_purchases";

    /// <summary>Number: revenue of the last window.</summary>
    public const string RecentRevenue = "recent_revenue";

    /// <summary>Number: how purchases of the last window compare with those of the one before, ln((1 + days with a purchase now) / (1 + before)); below 0 for a decline. Missing for customers who are newer than two windows.</summary>
    public const string PurchaseTrend = "purchase_trend";

    /// <summary>Number: the same of revenue, ln((1 + revenue now) / (1 + before)).</summary>
    public const string RevenueTrend = "revenue_trend";

    /// <summary>Number: by how many days with a purchase a window has more than the one before, the straight line through the last four. Missing for customers who are newer than four windows.</summary>
    public const string PurchaseSlope = "purchase_slope";

    /// <summary>Number: ln of the days with a purchase, each counting half as much for every third of a window that it lies back: what a customer does now. Falls without end while nothing is bought; missing without purchases.</summary>
    public const string ShortMomentum = "short_momentum";

    /// <summary>Number: as <see cref="ShortMomentum"/>, each counting half as much for every window that it lies back.</summary>
    public const string LongMomentum = "long_momentum";

    /// <summary>Number: days since the last purchase, divided by the mean days between the customer's purchases: above 1 for one who is late. Missing for fewer than two days with a purchase.</summary>
    public const string OverdueRatio = "overdue_ratio";

    /// <summary>Number: days with a purchase in the <see cref="ActivityFeatureOptions.HorizonDays"/> that follow the as-of day, one year of 365 days earlier. Missing for customers who are newer than that year.</summary>
    public const string SameSeasonPurchases = "same_season_purchases";

    /// <summary>Number: different categories bought, at most <see cref="PurchaseOptions.LargestShares"/>. Of the habits; missing without purchases.</summary>
    public const string DistinctCategories = "distinct_categories";

    /// <summary>Number: different channels bought in, at most <see cref="PurchaseOptions.LargestShares"/>. Of the habits; missing without purchases.</summary>
    public const string DistinctChannels = "distinct_channels";

    /// <summary>Number: purchases that a purchase model expects within <see cref="ActivityFeatureOptions.HorizonDays"/>; missing without purchases or a model.</summary>
    public const string ExpectedPurchases = "expected_purchases";

    /// <summary>Gives the name of the trait that counts activities of a type.</summary>
    /// <param name="type">The type of activity.</param>
    /// <returns>The name.</returns>
    public static string CountOf(string type) => $"{type} (count)";

    /// <summary>Gives the name of the trait that counts activities of a type in the last window.</summary>
    /// <param name="type">The type of activity.</param>
    /// <returns>The name.</returns>
    public static string RecentCountOf(string type) => $"{type} (recent)";

    /// <summary>Gives the name of the trait that says how many days ago the last activity of a type was; missing where there was none.</summary>
    /// <param name="type">The type of activity.</param>
    /// <returns>The name.</returns>
    public static string DaysSince(string type) => $"{type} (days since)";
}
