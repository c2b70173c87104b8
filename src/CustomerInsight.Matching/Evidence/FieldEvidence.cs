namespace CustomerInsight.Matching;

/// <summary>What one comparison says about a pair.</summary>
/// <param name="Comparison">The comparison's name.</param>
/// <param name="Level">The level that holds, in words; no value of the records.</param>
/// <param name="Weight">How much it speaks for a match, in bits (log2 of m/u); below 0 against it; 0 where a value is missing.</param>
public readonly record struct FieldEvidence(string Comparison, string Level, double Weight);
