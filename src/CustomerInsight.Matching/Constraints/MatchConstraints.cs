namespace CustomerInsight.Matching;

/// <summary>What is known about records beside what they say: it holds whatever the evidence.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record MatchConstraints
{
    /// <summary>Gets no constraints.</summary>
    public static MatchConstraints None { get; } = new();

    /// <summary>Gets the names of the sources that have each entity once: two records of such a source are never compared, and no cluster holds both, even where they say the same.</summary>
    /// <value>None.</value>
    public ValueList<string> DuplicateFreeSources { get; init; }

    /// <summary>Gets what people said about pairs of records. Two opposite assertions about one pair count as "different".</summary>
    /// <value>None.</value>
    public ValueList<Assertion> Assertions { get; init; }
}
