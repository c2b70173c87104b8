namespace CustomerInsight.Models;

/// <summary>The purchases by day of the customers of a calibration, up to the end of the holdout.</summary>
/// <param name="FirstDay">The day of the first purchase of all.</param>
/// <param name="CalibrationDays">How many of the days are the calibration's. At least 1.</param>
/// <param name="FirstPurchases">How many customers bought first on each of the calibration's days.</param>
/// <param name="RepeatPurchases">How many customers bought again on each day, of the holdout too.</param>
public sealed record PurchaseTimeline(DateOnly FirstDay, int CalibrationDays, ValueList<int> FirstPurchases, ValueList<int> RepeatPurchases);
