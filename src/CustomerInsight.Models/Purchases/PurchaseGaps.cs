using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How long it was from one day with a purchase to the next.</summary>
/// <param name="MeanDays">The mean. At least 1.</param>
/// <param name="MedianDays">The median: of an even number the mean of the middle two. At least 1.</param>
/// <param name="Variation">The coefficient of variation: standard deviation (divided by n) over mean; 0 for gaps that are all alike or for a single one, about 1 for purchases at random.</param>
public readonly record struct PurchaseGaps(double MeanDays, double MedianDays, double Variation)
{
    /// <summary>Writes the numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{MeanDays:0.0} days apart, median {MedianDays:0.0}, variation {Variation:0.00}");
}
