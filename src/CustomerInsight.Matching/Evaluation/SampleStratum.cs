namespace CustomerInsight.Matching;

/// <summary>Pairs of about the same stated probability, of which some were drawn to be labelled.</summary>
/// <param name="From">The least probability of the stratum.</param>
/// <param name="To">The probability where the next stratum begins; the last stratum holds it.</param>
/// <param name="Population">How many pairs of distinct contents it holds.</param>
/// <param name="Pairs">The pairs that were drawn.</param>
public sealed record SampleStratum(double From, double To, long Population, ValueList<ScoredPair> Pairs);
