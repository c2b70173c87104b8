namespace CustomerInsight.Models;

/// <summary>The names of the traits that a run has of its own accord; beside them, each field of the profiles is a trait of its own name.</summary>
public static class RunTraitNames
{
    /// <summary>Number: orders; 0 without purchases.</summary>
    public const string Orders = "orders";

    /// <summary>Number: days with a purchase; 0 without purchases.</summary>
    public const string PurchaseDays = "purchase_days";

    /// <summary>Number: revenue, in the currency of the run's purchases; 0 without purchases.</summary>
    public const string Revenue = "revenue";

    /// <summary>Date: the day of the first purchase; missing without purchases.</summary>
    public const string FirstPurchase = "first_purchase";

    /// <summary>Date: the day of the last purchase; missing without purchases.</summary>
    public const string LastPurchase = "last_purchase";

    /// <summary>Text: the segment by recency, frequency and money; missing without scores.</summary>
    public const string RfmSegment = "rfm_segment";

    /// <summary>Number: the recency score; missing without scores.</summary>
    public const string RecencyScore = "recency_score";

    /// <summary>Number: the frequency score; missing without scores.</summary>
    public const string FrequencyScore = "frequency_score";

    /// <summary>Number: the monetary score; missing without scores.</summary>
    public const string MonetaryScore = "monetary_score";

    /// <summary>Number: the lifetime value; missing without one.</summary>
    public const string LifetimeValue = "lifetime_value";

    /// <summary>Number: the probability that the customer still buys, in [0, 1]; missing without a lifetime value.</summary>
    public const string ProbabilityAlive = "probability_alive";
}
