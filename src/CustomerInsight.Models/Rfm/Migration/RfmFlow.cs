using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The customers who were in one segment before and are in one after.</summary>
/// <param name="From">The segment before; null for those who were not scored before.</param>
/// <param name="To">The segment after; null for those who are not scored any more.</param>
/// <param name="Customers">How many. At least 1.</param>
/// <param name="Share">Their share of the customers of <paramref name="From"/>, in (0, 1].</param>
/// <param name="RevenueBefore">Their revenue before; 0 for those who were not scored.</param>
/// <param name="RevenueAfter">Their revenue after; 0 for those who are not scored.</param>
public readonly record struct RfmFlow(string? From, string? To, int Customers, double Share, decimal RevenueBefore, decimal RevenueAfter)
{
    /// <summary>Writes the numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From ?? "not scored"} → {To ?? "not scored"}: {Customers:#,0} customers ({Share * 100:0.0} %), revenue {RevenueBefore:#,0.00} → {RevenueAfter:#,0.00}");
}
