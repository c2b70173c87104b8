using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A column of a retention table: one period after the start, or several.</summary>
/// <param name="First">The first period; 0 is the one in which the customer started.</param>
/// <param name="Last">The last period, at least <paramref name="First"/>; null for no end.</param>
public readonly record struct RetentionPeriod(int First, int? Last)
{
    /// <summary>Writes the column's heading.</summary>
    /// <param name="unit">What is counted.</param>
    /// <returns>Such as <c>day 7</c>, <c>day 7 on</c> or <c>days 4–7</c>.</returns>
    public string Label(CohortPeriod unit)
    {
        string name = unit switch
        {
            CohortPeriod.Day => "day",
            CohortPeriod.Week => "week",
            _ => "month",
        };
        return Last switch
        {
            null => string.Create(CultureInfo.InvariantCulture, $"{name} {First} on"),
            int last when last == First => string.Create(CultureInfo.InvariantCulture, $"{name} {First}"),
            int last => string.Create(CultureInfo.InvariantCulture, $"{name}s {First}–{last}"),
        };
    }
}
