namespace CustomerInsight.Matching;

/// <summary>Says how alike two values are. A port: a host may bring its own.</summary>
/// <remarks>Implementations are pure, symmetric (law L2), safe from many threads and independent of the culture.</remarks>
public interface IComparator
{
    /// <summary>Gets the name under which model files and reports remember the comparator.</summary>
    /// <value>Stable, in lower case with hyphens, such as <c>jaro-winkler</c>; a setting that changes results is part of it.</value>
    string Name { get; }

    /// <summary>Compares two standardized values.</summary>
    /// <param name="left">One value; not empty.</param>
    /// <param name="right">The other; not empty.</param>
    /// <returns>From 0 (nothing alike) to 1 (equal).</returns>
    double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right);

    /// <summary>Compares two standardized values where only a high similarity matters, so that a comparator may stop early.</summary>
    /// <param name="left">One value; not empty.</param>
    /// <param name="right">The other; not empty.</param>
    /// <param name="atLeast">From which similarity on the caller cares, in [0, 1].</param>
    /// <returns>
    /// What <see cref="Similarity(ReadOnlySpan{char}, ReadOnlySpan{char})"/> gives where that is <paramref name="atLeast"/> or more; below it anything
    /// below <paramref name="atLeast"/>, such as 0. A comparator that has no cheaper way need not write this method: it then computes in full.
    /// </returns>
    double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right, double atLeast) => Similarity(left, right);
}
