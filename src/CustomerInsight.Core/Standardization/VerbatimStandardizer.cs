namespace CustomerInsight;

/// <summary>Takes values as the source wrote them: for values that were standardized before.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class VerbatimStandardizer : IStandardizer
{
    /// <inheritdoc/>
    public string Name => "verbatim";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public StandardizedValue Standardize(string value, SourceConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new StandardizedValue(value);
    }
}
