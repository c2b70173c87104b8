using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What share of customers has come back by a day.</summary>
/// <param name="Days">Days of the calendar of UTC since the last event. At least 1.</param>
/// <param name="Share">The share who have come back by then, from 0 to 1.</param>
public readonly record struct ReturnShare(int Days, double Share)
{
    /// <summary>Writes the numbers for a person.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Days} days: {Share * 100:0.0} %");
}
