namespace CustomerInsight.Models;

/// <summary>How near the spend model came to what customers spent on a purchase day of the holdout.</summary>
/// <param name="Customers">Those who bought and spent something, of whom this is.</param>
/// <param name="Actual">Their mean spend on a purchase day, each customer counted once.</param>
/// <param name="Expected">The mean that the model expected.</param>
/// <param name="MeanAbsoluteError">How far it was off for a customer on average.</param>
/// <param name="Correlation">Pearson's correlation over customers; null where one of them is the same for all.</param>
public sealed record SpendScore(int Customers, double Actual, double Expected, double MeanAbsoluteError, double? Correlation);
