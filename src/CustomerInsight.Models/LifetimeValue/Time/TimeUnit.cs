namespace CustomerInsight.Models;

/// <summary>A unit of time. Models state their own time parameters in one; durations and rates carry one.</summary>
public enum TimeUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks of 7 days, as most published parameters are.</summary>
    Week,

    /// <summary>Months of 365 / 12 days.</summary>
    Month,

    /// <summary>Years of 365 days.</summary>
    Year,
}
