using System.Collections.Frozen;

namespace CustomerInsight;

/// <summary>Standardizes the lines of an address above the place: <c>12, Baker Street</c> becomes <c>12 baker st</c>.</summary>
/// <remarks>As <see cref="TextStandardizer"/>, and common English words for streets and parts of houses get their usual abbreviation.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class AddressStandardizer : IStandardizer
{
    private static readonly TextStandardizer Text = new();

    // No abbreviation is itself a key, or a second pass would change it again.
    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["street"] = "st",
        ["saint"] = "st",
        ["str"] = "st",
        ["avenue"] = "ave",
        ["av"] = "ave",
        ["road"] = "rd",
        ["drive"] = "dr",
        ["lane"] = "ln",
        ["court"] = "ct",
        ["crt"] = "ct",
        ["place"] = "pl",
        ["square"] = "sq",
        ["boulevard"] = "blvd",
        ["crescent"] = "cres",
        ["terrace"] = "tce",
        ["parade"] = "pde",
        ["highway"] = "hwy",
        ["parkway"] = "pkwy",
        ["circuit"] = "cct",
        ["close"] = "cl",
        ["gardens"] = "gdns",
        ["grove"] = "gr",
        ["mount"] = "mt",
        ["apartment"] = "apt",
        ["suite"] = "ste",
        ["building"] = "bldg",
        ["floor"] = "fl",
        ["north"] = "n",
        ["south"] = "s",
        ["east"] = "e",
        ["west"] = "w",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "address";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public StandardizedValue Standardize(string value, SourceConventions conventions)
    {
        StandardizedValue words = Text.Standardize(value, conventions);
        return words.Value is null
            ? words
            : words with { Value = string.Join(' ', words.Value.Split(' ').Select(static word => Abbreviations.GetValueOrDefault(word, word))) };
    }
}
