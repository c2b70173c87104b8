namespace CustomerInsight.Matching;

/// <summary>Pairs of one weight, with how many of them are true.</summary>
/// <param name="Weight">Their match weight in bits.</param>
/// <param name="Pairs">How many pairs of records; not negative.</param>
/// <param name="TruePairs">How many of them are one entity in truth; from 0 to <paramref name="Pairs"/>.</param>
public readonly record struct WeighedPairs(double Weight, long Pairs, long TruePairs);
