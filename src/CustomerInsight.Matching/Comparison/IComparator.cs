namespace CustomerInsight.Matching;

/// <summary>Says how alike two values are. A port: a host may bring its own.</summary>
/// <remarks>Implementations are pure, symmetric (law L2), safe from many threads and independent of the culture.</remarks>
public interface IComparator
{
    /// <summary>Compares two standardized values.</summary>
    /// <param name="left">One value; not empty.</param>
    /// <param name="right">The other; not empty.</param>
    /// <returns>From 0 (nothing alike) to 1 (equal).</returns>
    double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right);
}
