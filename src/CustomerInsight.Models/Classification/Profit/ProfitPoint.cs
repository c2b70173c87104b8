using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What it earns to target all customers from a score on.</summary>
/// <param name="Threshold">From which score on; infinite where nobody is targeted.</param>
/// <param name="Customers">The weight of those targeted; their number where rows have no weights.</param>
/// <param name="Share">Their share of all.</param>
/// <param name="Profit">What it earns in all.</param>
public readonly record struct ProfitPoint(double Threshold, double Customers, double Share, double Profit)
{
    /// <summary>Writes the numbers for a person.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"scores from {Threshold:G6} on: {Customers:G6} customers ({Share * 100:0.0} %), {Profit:0.00}");
}
