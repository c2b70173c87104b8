namespace CustomerInsight.Models;

/// <summary>The names of the traits that a run has of its own accord.</summary>
/// <remarks>
/// Beside them, each field of the profiles is a trait of its own name, and each number in <see cref="PurchaseFeatures"/> one of kind number; those of the habits with
/// <see cref="PurchaseOptions.Habits"/> only. Fields of the profiles come from the records as they are now, whatever the as-of moment; all else looks from that moment.
/// </remarks>
public static class RunTraitNames
{
    /// <summary>Number: orders; 0 without purchases.</summary>
    public const string Orders = PurchaseFeatures.Orders;

    /// <summary>Number: days with a purchase; 0 without purchases.</summary>
    public const string PurchaseDays = PurchaseFeatures.PurchaseDays;

    /// <summary>Number: revenue, in the currency of the run's purchases; 0 without purchases.</summary>
    public const string Revenue = PurchaseFeatures.Revenue;

    /// <summary>Date: the day of the first purchase; missing without purchases.</summary>
    public const string FirstPurchase = "first_purchase";

    /// <summary>Date: the day of the last purchase; missing without purchases.</summary>
    public const string LastPurchase = "last_purchase";

    /// <summary>Text: the category of most purchases. Of the habits; missing where none has one.</summary>
    public const string FavouriteCategory = "favourite_category";

    /// <summary>
    /// Texts: the categories bought most, at most <see cref="PurchaseOptions.LargestShares"/>; that one is not among them does not say that it was never bought. Of the habits.
    /// </summary>
    public const string TopCategories = "top_categories";

    /// <summary>Text: the channel of most orders. Of the habits; missing where none has one.</summary>
    public const string FavouriteChannel = "favourite_channel";

    /// <summary>
    /// Texts: the channels of most orders, at most <see cref="PurchaseOptions.LargestShares"/>; that one is not among them does not say that it was never used. Of the habits.
    /// </summary>
    public const string TopChannels = "top_channels";

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

    /// <summary>Text: the state of the lifecycle.</summary>
    public const string LifecycleState = "lifecycle_state";

    /// <summary>Number: days (of 24 hours) in that state; missing where no activity is known.</summary>
    public const string DaysInState = "days_in_state";

    /// <summary>Number: the group of customers who are alike, from 0; missing for a customer of no group.</summary>
    public const string Group = "group";

    /// <summary>Text: the name proposed for that group; missing for a customer of no group.</summary>
    public const string GroupName = "group_name";

    /// <summary>Number: the chance that the customer leaves within the horizon, in [0, 1]; missing for customers of whom nothing is predicted.</summary>
    public const string ChurnProbability = "churn_probability";

    /// <summary>Number: the tenth of the customers by that chance, from 1 for the highest to 10; missing with it.</summary>
    public const string ChurnRisk = "churn_risk";

    private const string Propensity = "propensity_";

    /// <summary>Gives the name of the trait, a number, of the chance that an event comes within its horizon.</summary>
    /// <param name="target">The name of the event.</param>
    /// <returns>The name, such as <c>propensity_upgrade</c>.</returns>
    public static string PropensityOf(string target) => Propensity + target;
}
