namespace CustomerInsight.Models;

/// <summary>What one side of a comparison is like.</summary>
/// <param name="Customers">The customers of the side.</param>
/// <param name="Known">Those of whom the trait is known.</param>
/// <param name="Mean">The mean of a number; null for other traits, and where none is known.</param>
/// <param name="Median">The median of a number, or the middle day (the earlier of two); missing for other traits.</param>
/// <param name="Share">The share of those that say yes, have the text, or whose trait is known, in [0, 1]; null for a number or day.</param>
public sealed record DifferenceSide(int Customers, int Known, double? Mean, TraitValue Median, double? Share);
