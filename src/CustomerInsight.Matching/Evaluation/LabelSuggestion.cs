namespace CustomerInsight.Matching;

/// <summary>A pair that is worth asking a person about.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Pattern">How the two compare, in the order of the comparisons; no value of the records.</param>
/// <param name="Alike">How many of the uncertain pairs that were looked at compare in the same way, this one included: about how many the answer speaks for.</param>
public readonly record struct LabelSuggestion(ScoredPair Pair, string Pattern, int Alike);
