using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>How many records had each word of an attribute; words are hashes in hexadecimal digits.</summary>
internal sealed class WordCountsFile
{
    public string? Attribute { get; init; }

    public string? Part { get; init; }

    public Dictionary<string, int>? Counts { get; init; }

    public static WordCountsFile From(WordCounts counts, int leastCount) => new()
    {
        Attribute = counts.Attribute,
        Part = ConditionSpec.NameOf(counts.Part),
        Counts = counts.Counts.Where(entry => entry.Value >= leastCount).OrderBy(static entry => entry.Key)
            .ToDictionary(static entry => entry.Key.ToString("x16", CultureInfo.InvariantCulture), static entry => entry.Value, StringComparer.Ordinal),
    };

    public WordCounts ToCounts(MatchModelLoadOptions options, string path)
    {
        try
        {
            return new WordCounts(
                FileCheck.Present(Attribute, $"{path}.attribute"),
                Part is null ? ValuePart.Whole : options.Part(Part, $"{path}.part"),
                FileCheck.Present(Counts, $"{path}.counts").Select(entry => KeyValuePair.Create(Word(entry.Key, path), entry.Value > 1 ? entry.Value : throw FileCheck.Impossible($"{path}.counts", "a count is below 2"))));
        }
        catch (ArgumentException exception)
        {
            throw FileCheck.Impossible(path, exception.Message, exception);
        }
    }

    private static ulong Word(string digits, string path) => ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong word)
        ? word
        : throw FileCheck.Impossible($"{path}.counts", "the words are not all sixteen hexadecimal digits");
}
