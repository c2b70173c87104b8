using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The customers who first bought after a calibration's end: no forecast made at it could know them.</summary>
/// <param name="Customers">How many there are.</param>
/// <param name="PurchaseDays">On how many days they bought, first purchases too.</param>
/// <param name="Revenue">For how much.</param>
public sealed record LaterCustomers(int Customers, long PurchaseDays, decimal Revenue)
{
    /// <summary>Writes the numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Customers:#,0} customers, {PurchaseDays:#,0} purchase days, {Revenue:#,0.00}");
}
