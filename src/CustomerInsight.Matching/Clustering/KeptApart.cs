namespace CustomerInsight.Matching;

/// <summary>A pair that weighs enough to be linked, but whose two contents are in different clusters.</summary>
/// <param name="Left">The lower of the two.</param>
/// <param name="Right">The higher.</param>
/// <param name="Weight">The pair's match weight in bits.</param>
/// <param name="Reason">Why they are apart.</param>
/// <param name="Rule">The rule, the identifier's type and scope, or the source that keeps them apart; null where the reason has no name. Never a value.</param>
public readonly record struct KeptApart(int Left, int Right, double Weight, ApartReason Reason, string? Rule);
