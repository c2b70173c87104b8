namespace CustomerInsight;

/// <summary>A way to reach a customer that one or more records claim.</summary>
/// <param name="Kind">Whether it is an e-mail address, a phone or a postal address.</param>
/// <param name="Standardized">The form to compare by: of an address the six parts from street number to country, one entry each, <see cref="AttributeValues.None"/> where missing; else one entry. Of values that a standardizer rejected, the values as written.</param>
/// <param name="Written">The same as its best record wrote it: the one observed last, of several the most trusted, of several the first in canonical order.</param>
/// <param name="IsUsable">Whether a standardizer could use it; false for what only looks like a value, such as <c>n/a</c>.</param>
/// <param name="Records">The records that claim it, in canonical order, each once.</param>
/// <param name="TrustRank">The rank of the most trusted of their sources: 0 is trusted most.</param>
/// <param name="FirstObserved">When it was first observed, by the records' versions at hand; null where no record says.</param>
/// <param name="LastObserved">When it was last observed.</param>
/// <param name="Rank">Its place among those of its kind, from 1.</param>
/// <param name="Before">What puts it before the next of its kind.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record ContactPoint(
    ContactPointKind Kind,
    ValueList<AttributeValues> Standardized,
    ValueList<AttributeValues> Written,
    bool IsUsable,
    ValueList<RecordKey> Records,
    int TrustRank,
    DateTimeOffset? FirstObserved,
    DateTimeOffset? LastObserved,
    int Rank,
    ContactRank Before)
{
    /// <summary>Says what kind it is and how many records claim it, never a value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Kind} {Rank}: {Records.Count} record(s)";
}
