namespace CustomerInsight.Matching;

/// <summary>Pairs of about the same stated probability, with the share that is true.</summary>
/// <param name="From">The least probability of the row.</param>
/// <param name="To">The probability where the next row begins; the last row holds it.</param>
/// <param name="Pairs">How many pairs of records.</param>
/// <param name="Stated">Their mean stated probability; not a number where there are none.</param>
/// <param name="Observed">The share of them that is true, with its interval after Wilson (pairs taken as independent); not a number where there are none.</param>
public readonly record struct CalibrationRow(double From, double To, long Pairs, double Stated, IntervalEstimate Observed);
