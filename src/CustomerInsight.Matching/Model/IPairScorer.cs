namespace CustomerInsight.Matching;

/// <summary>Weighs pairs of records of one table.</summary>
/// <threadsafety>Not safe: one thread each.</threadsafety>
public interface IPairScorer
{
    /// <summary>Weighs a pair.</summary>
    /// <param name="left">One record's position in the table.</param>
    /// <param name="right">The other's.</param>
    /// <returns>The match weight in bits.</returns>
    double Weight(int left, int right);

    /// <summary>Weighs many pairs where only high weights matter, so that a scorer may stop early with the others.</summary>
    /// <param name="left">One record of each pair: its position in the table.</param>
    /// <param name="right">The other's; as many.</param>
    /// <param name="atLeast">From which weight on the caller cares, in bits.</param>
    /// <param name="weights">
    /// Where the weights go, as many: what <see cref="Weight"/> gives where that is <paramref name="atLeast"/> or more; of the others anything below
    /// <paramref name="atLeast"/>. A scorer that has no cheaper way need not write this method: it then weighs pair by pair, in full.
    /// </param>
    void Weigh(ReadOnlySpan<int> left, ReadOnlySpan<int> right, double atLeast, Span<double> weights)
    {
        for (int pair = 0; pair < left.Length; pair++)
        {
            weights[pair] = Weight(left[pair], right[pair]);
        }
    }

    /// <summary>Weighs a pair and says why.</summary>
    /// <param name="left">One record's position in the table.</param>
    /// <param name="right">The other's.</param>
    /// <returns>The evidence; its weight is exactly that of <see cref="Weight"/>.</returns>
    PairEvidence Explain(int left, int right);
}
