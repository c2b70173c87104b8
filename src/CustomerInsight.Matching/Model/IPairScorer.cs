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

    /// <summary>Weighs a pair and says why.</summary>
    /// <param name="left">One record's position in the table.</param>
    /// <param name="right">The other's.</param>
    /// <returns>The evidence; its weight is exactly that of <see cref="Weight"/>.</returns>
    PairEvidence Explain(int left, int right);
}
