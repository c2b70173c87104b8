namespace CustomerInsight.Models;

/// <summary>The repeat purchases of all customers in a stretch of days, and since the first of all.</summary>
/// <param name="LastDay">The last of the days.</param>
/// <param name="IsHoldout">Whether they are after the calibration's end.</param>
/// <param name="Actual">The repeat purchases of these days.</param>
/// <param name="CumulativeActual">All up to <paramref name="LastDay"/>.</param>
/// <param name="Expected">Those of these days by each model, in the order of <see cref="ModelValidation.Models"/>.</param>
/// <param name="CumulativeExpected">All up to <paramref name="LastDay"/> by each model.</param>
public sealed record TrackingRow(DateOnly LastDay, bool IsHoldout, long Actual, long CumulativeActual, ValueList<double> Expected, ValueList<double> CumulativeExpected);
