namespace CustomerInsight.Matching;

/// <summary>A pair that is worth a look.</summary>
internal readonly record struct ReviewPair(ReviewKind Kind, LiveContent Left, LiveContent Right, double Worth);
