namespace CustomerInsight.Models;

/// <summary>The names of the segments that come with the library.</summary>
public static class RfmSegmentNames
{
    /// <summary>Bought lately, often and much.</summary>
    public const string Champions = "Champions";

    /// <summary>Buy regularly.</summary>
    public const string Loyal = "Loyal";

    /// <summary>Bought lately and more than once.</summary>
    public const string PotentialLoyalist = "Potential loyalist";

    /// <summary>Bought lately for the first time.</summary>
    public const string NewCustomer = "New customer";

    /// <summary>Bought seldom, but not long ago.</summary>
    public const string Promising = "Promising";

    /// <summary>Middling in all; silent for a while.</summary>
    public const string NeedsAttention = "Needs attention";

    /// <summary>Seldom, little, and silent for longer.</summary>
    public const string AboutToSleep = "About to sleep";

    /// <summary>Were good customers; silent for long.</summary>
    public const string AtRisk = "At risk";

    /// <summary>Were among the best customers; silent for longest.</summary>
    public const string CannotLose = "Cannot lose";

    /// <summary>Bought a little, long ago.</summary>
    public const string Hibernating = "Hibernating";

    /// <summary>Bought least, longest ago.</summary>
    public const string Lost = "Lost";
}
