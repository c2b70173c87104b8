namespace CustomerInsight.Matching;

/// <summary>An SQL expression over a pair of records, as far as Splink writes them. Equal expressions are equal.</summary>
internal abstract record SqlNode
{
    /// <summary>The expression with the two records exchanged.</summary>
    public abstract SqlNode Mirrored { get; }
}
