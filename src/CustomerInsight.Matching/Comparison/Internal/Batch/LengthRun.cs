namespace CustomerInsight.Matching;

/// <summary>The texts of one length in a packed column.</summary>
/// <param name="Length">Their length in units.</param>
/// <param name="First">Where they begin in the order of the packed texts.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Offset">Where their codes begin: groups of <see cref="PackedTexts.Lanes"/> texts, in each first every text's first unit, then every text's second.</param>
internal readonly record struct LengthRun(int Length, int First, int Count, int Offset);
