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

    /// <summary>Weighs a pair where only a high weight matters, so that a scorer may stop early.</summary>
    /// <param name="left">One record's position in the table.</param>
    /// <param name="right">The other's.</param>
    /// <param name="atLeast">From which weight on the caller cares, in bits.</param>
    /// <returns>
    /// What <see cref="Weight(int, int)"/> gives where that is <paramref name="atLeast"/> or more; below it anything below <paramref name="atLeast"/>.
    /// A scorer that has no cheaper way need not write this method: it then weighs in full.
    /// </returns>
    double Weight(int left, int right, double atLeast) => Weight(left, right);

    /// <summary>Weighs a pair and says why.</summary>
    /// <param name="left">One record's position in the table.</param>
    /// <param name="right">The other's.</param>
    /// <returns>The evidence; its weight is exactly that of <see cref="Weight(int, int)"/>.</returns>
    PairEvidence Explain(int left, int right);
}
