using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The customers of one recency and one frequency score.</summary>
/// <param name="Recency">The recency score.</param>
/// <param name="Frequency">The frequency score.</param>
/// <param name="Customers">How many customers; 0 where there is nobody.</param>
/// <param name="CustomerShare">Their share of all scored customers, in [0, 1].</param>
/// <param name="Revenue">Their revenue.</param>
/// <param name="RevenueShare">Its share of all revenue, in [0, 1] where no revenue is below zero; 0 where there is no revenue at all.</param>
public readonly record struct RfmGridCell(int Recency, int Frequency, int Customers, double CustomerShare, decimal Revenue, double RevenueShare)
{
    /// <summary>Writes the numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"recency {Recency}, frequency {Frequency}: {Customers:#,0} customers ({CustomerShare * 100:0.0} %), revenue {Revenue:#,0.00} ({RevenueShare * 100:0.0} %)");
}
