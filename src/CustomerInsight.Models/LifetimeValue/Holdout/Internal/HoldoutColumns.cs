namespace CustomerInsight.Models;

/// <summary>What each customer bought after the calibration's end.</summary>
/// <param name="PurchaseDays">On how many days.</param>
/// <param name="Revenue">For how much; empty where that is not known.</param>
internal sealed record HoldoutColumns(int[] PurchaseDays, decimal[] Revenue);
