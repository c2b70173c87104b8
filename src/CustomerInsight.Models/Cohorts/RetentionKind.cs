namespace CustomerInsight.Models;

/// <summary>When a customer counts as having come back.</summary>
public enum RetentionKind
{
    /// <summary>On exactly that period: n-day retention (n-week, n-month).</summary>
    NDay,

    /// <summary>On that period or on any later one up to the as-of moment: unbounded, also called rolling retention. Its numbers may rise for ever (<see cref="RetentionCell.MayRise"/>).</summary>
    Unbounded,

    /// <summary>On any period of a bracket, such as days 4 to 7.</summary>
    Bracket,
}
