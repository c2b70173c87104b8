namespace CustomerInsight.Models;

/// <summary>A stretch of time by which cohorts are formed or retention is counted.</summary>
public enum CohortPeriod
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week, from Monday on.</summary>
    Week,

    /// <summary>A month of the calendar; with <see cref="RetentionWindow.Elapsed"/> 30 days of 24 hours.</summary>
    Month,
}
