namespace CustomerInsight.Matching;

/// <summary>Is told of pairs of nodes, one node against many.</summary>
/// <param name="worker">What the thread works with.</param>
/// <param name="rule">The position of the rule that finds the pairs first.</param>
/// <param name="left">The lower node of each pair.</param>
/// <param name="rights">The higher nodes, rising, at least one; the memory is used again for the next batch.</param>
/// <param name="found">Where to leave results.</param>
internal delegate void PairVisitor<TWorker, TResult>(TWorker worker, int rule, int left, ReadOnlySpan<int> rights, List<TResult> found);
