namespace CustomerInsight.Matching;

/// <summary>A pair of contents that a blocking rule brings together and that weighs enough to be kept.</summary>
/// <param name="Content">The other content's number.</param>
/// <param name="Weight">The pair's weight in bits.</param>
/// <param name="Rule">The blocking rule that brings them together; −1 for none.</param>
/// <param name="MatchRule">The match rule that links them; −1 for none.</param>
internal readonly record struct KeptPair(int Content, double Weight, int Rule, int MatchRule);
