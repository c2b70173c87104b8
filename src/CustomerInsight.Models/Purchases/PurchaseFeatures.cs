namespace CustomerInsight.Models;

/// <summary>The names of the numbers that <see cref="PurchaseTable.ToFeatures"/> gives of a customer.</summary>
public static class PurchaseFeatures
{
    /// <summary>Days from the last purchase to the as-of day; missing without purchases.</summary>
    public const string RecencyDays = "recency_days";

    /// <summary>Days from the first purchase to the as-of day; missing without purchases.</summary>
    public const string TenureDays = "tenure_days";

    /// <summary>Days from the first purchase to the last; missing without purchases.</summary>
    public const string ActiveDays = "active_days";

    /// <summary>Orders.</summary>
    public const string Orders = "orders";

    /// <summary>Days with a purchase.</summary>
    public const string PurchaseDays = "purchase_days";

    /// <summary>Revenue.</summary>
    public const string Revenue = "revenue";

    /// <summary>Revenue after the first day.</summary>
    public const string RepeatRevenue = "repeat_revenue";

    /// <summary>Revenue divided by orders; missing without purchases.</summary>
    public const string RevenuePerOrder = "revenue_per_order";

    /// <summary>Purchases (lines) in an order on average. Of the habits; missing without purchases.</summary>
    public const string LinesPerOrder = "lines_per_order";

    /// <summary>Pieces in an order on average. Of the habits; missing where no purchase tells.</summary>
    public const string UnitsPerOrder = "units_per_order";

    /// <summary>Different items. Of the habits.</summary>
    public const string DistinctItems = "distinct_items";

    /// <summary>Mean days from one day with a purchase to the next. Of the habits; missing for fewer than two such days.</summary>
    public const string MeanGapDays = "mean_gap_days";

    /// <summary>Median days from one day with a purchase to the next. Of the habits; missing for fewer than two such days.</summary>
    public const string MedianGapDays = "median_gap_days";

    /// <summary>Coefficient of variation of those days. Of the habits; missing for fewer than two days with a purchase.</summary>
    public const string GapVariation = "gap_variation";

    /// <summary>Refunds. Of the habits.</summary>
    public const string Returns = "returns";

    /// <summary>What was given back as a share of what was bought. Of the habits; missing without purchases.</summary>
    public const string ReturnShare = "return_share";

    /// <summary>Share of orders on a Saturday or Sunday. Of the habits; missing without purchases.</summary>
    public const string WeekendShare = "weekend_share";

    /// <summary>Share of the most common category in the purchases that have one. Of the habits; missing where none has.</summary>
    public const string TopCategoryShare = "top_category_share";

    /// <summary>Share of the most common channel in the orders that have one. Of the habits; missing where none has.</summary>
    public const string TopChannelShare = "top_channel_share";

    /// <summary>Gets the features that every table has.</summary>
    public static ValueList<string> OfEveryTable { get; } = [RecencyDays, TenureDays, ActiveDays, Orders, PurchaseDays, Revenue, RepeatRevenue, RevenuePerOrder];

    /// <summary>Gets the features that need <see cref="PurchaseOptions.Habits"/>.</summary>
    public static ValueList<string> OfHabits { get; } =
    [
        LinesPerOrder, UnitsPerOrder, DistinctItems, MeanGapDays, MedianGapDays, GapVariation, Returns, ReturnShare, WeekendShare, TopCategoryShare, TopChannelShare,
    ];

    /// <summary>Gets the three that customers are commonly grouped by: recency, orders and revenue.</summary>
    public static ValueList<string> Default { get; } = [RecencyDays, Orders, Revenue];
}
