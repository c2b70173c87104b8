namespace CustomerInsight;

/// <summary>Standardizes words that are no names of persons: places, companies, free text. <c>St. John's  Wood!</c> becomes <c>st johns wood</c>.</summary>
/// <remarks>
/// Folds (<see cref="TextFolding"/>), drops apostrophes, turns other punctuation into a space and keeps one space between words. Text without a
/// letter or digit, and what stands for no value (<c>n/a</c>, <c>unknown</c> …), is rejected.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class TextStandardizer : IStandardizer
{
    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public StandardizedValue Standardize(string value, SourceConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Words.Standardize(value, ofPerson: false);
    }
}
