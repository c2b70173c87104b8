namespace CustomerInsight.Models;

/// <summary>From when a customer's periods are counted.</summary>
public enum RetentionWindow
{
    /// <summary>By the calendar of the time zone: period 1 begins with the next day, Monday or month, however late in the period before it the customer started.</summary>
    Calendar,

    /// <summary>From the customer's own start: period 1 begins exactly 24 hours (7 or 30 times as many for a week or month) after it.</summary>
    Elapsed,
}
