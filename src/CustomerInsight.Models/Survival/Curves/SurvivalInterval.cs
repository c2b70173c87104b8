namespace CustomerInsight.Models;

/// <summary>On which scale the interval around a survival curve is symmetric.</summary>
/// <remarks>Source: Kalbfleisch, Prentice, "The Statistical Analysis of Failure Time Data" (2002), section 1.4.</remarks>
public enum SurvivalInterval
{
    /// <summary>On that of ln(−ln S): never outside 0 to 1, and the closest to its promise with few customers.</summary>
    LogLog,

    /// <summary>On that of ln S, cut off at 1.</summary>
    Log,

    /// <summary>On that of S itself, cut off at 0 and 1.</summary>
    Plain,
}
