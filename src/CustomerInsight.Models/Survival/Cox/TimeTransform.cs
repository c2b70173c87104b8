namespace CustomerInsight.Models;

/// <summary>The form of time along which a coefficient might change.</summary>
public enum TimeTransform
{
    /// <summary>The share that had had the event before (Kaplan–Meier): spreads the times evenly, and late outliers weigh little.</summary>
    KaplanMeier,

    /// <summary>The rank of the time among all at which a watch ended, with the event or not.</summary>
    Rank,

    /// <summary>The time itself.</summary>
    Identity,

    /// <summary>The log of the time.</summary>
    Log,
}
