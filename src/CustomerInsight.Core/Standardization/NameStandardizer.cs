namespace CustomerInsight;

/// <summary>Standardizes names of persons: <c>O’Brien-Müller, J.</c> becomes <c>obrien muller j</c>.</summary>
/// <remarks>
/// Folds (<see cref="TextFolding"/>) and keeps letters and digits. Apostrophes vanish; hyphens, points, commas and all else become one space,
/// but between two 汉字, where a space says nothing, none. Titles stay. A name without a letter or digit, and what stands for no name
/// (<c>n/a</c>, <c>unknown</c>, <c>none</c>, <c>null</c>, <c>test</c>, 未知 …), is rejected.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class NameStandardizer : IStandardizer
{
    /// <inheritdoc/>
    public string Name => "name";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public StandardizedValue Standardize(string value, SourceConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Words.Standardize(value, ofPerson: true);
    }
}
