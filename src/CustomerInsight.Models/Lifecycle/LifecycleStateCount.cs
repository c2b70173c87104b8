using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How many customers are in a state.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Customers">How many.</param>
/// <param name="Share">Their share of all customers seen by then, in [0, 1]; 0 where there are none.</param>
public readonly record struct LifecycleStateCount(string State, int Customers, double Share)
{
    /// <summary>Writes the numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{State}: {Customers:#,0} customers ({Share * 100:0.0} %)");
}
