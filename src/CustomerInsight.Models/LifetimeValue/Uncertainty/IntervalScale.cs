namespace CustomerInsight.Models;

/// <summary>On which scale an interval is symmetric.</summary>
public enum IntervalScale
{
    /// <summary>On that of the number itself.</summary>
    Plain,

    /// <summary>On that of its log, for numbers above 0: counts, amounts, parameters.</summary>
    Log,

    /// <summary>On that of its log odds, for probabilities.</summary>
    LogOdds,
}
