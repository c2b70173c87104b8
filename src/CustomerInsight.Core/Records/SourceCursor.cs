namespace CustomerInsight;

/// <summary>A position in a source, meaningful to that source alone, from which reading can go on later.</summary>
/// <param name="Value">The source's own text. Null (the default) means from the start.</param>
public readonly record struct SourceCursor(string? Value)
{
    /// <summary>Gets the start of any source.</summary>
    public static SourceCursor Start => default;
}
