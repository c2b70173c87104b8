namespace CustomerInsight.Models;

/// <summary>What a customer bought up to the calibration's end, and what came after.</summary>
/// <param name="Calibration">What was bought up to the calibration's end.</param>
/// <param name="PurchaseDays">On how many days the customer bought after it. At least 0.</param>
/// <param name="Revenue">For how much; refunds are taken off where <see cref="PurchaseOptions.Refunds"/> says so.</param>
public sealed record HoldoutCustomer(PurchaseSummary Calibration, int PurchaseDays, decimal Revenue)
{
    /// <summary>Gets the customer's name in results.</summary>
    public string Customer => Calibration.Customer;

    /// <summary>Says how much there is, never who it is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Calibration}, then {PurchaseDays} purchase day(s)";
}
