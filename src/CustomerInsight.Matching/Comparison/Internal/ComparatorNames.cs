using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>The names of comparators that have settings, and what they say.</summary>
internal static class ComparatorNames
{
    private const string Words = "-words";
    private const string Grams = "-gram";
    private const string Padded = "-padded";

    public static string Of(SetSimilarity similarity) => similarity.ToString().ToLowerInvariant();

    /// <summary>Makes the comparator of a name such as <c>cosine-3-gram-padded</c>, or null where it is none.</summary>
    public static IComparator? Make(string name)
    {
        foreach (SetSimilarity similarity in Enum.GetValues<SetSimilarity>())
        {
            if (name.StartsWith(Of(similarity), StringComparison.Ordinal))
            {
                return Make(similarity, name.AsSpan(Of(similarity).Length));
            }
        }

        return null;
    }

    private static IComparator? Make(SetSimilarity similarity, ReadOnlySpan<char> rest)
    {
        if (rest.SequenceEqual(Words))
        {
            return Comparators.Words(similarity);
        }

        bool padded = rest.EndsWith(Padded, StringComparison.Ordinal);
        rest = padded ? rest[..^Padded.Length] : rest;
        return rest is ['-', ..] && rest.Length > Grams.Length + 1 && rest.EndsWith(Grams, StringComparison.Ordinal)
            && int.TryParse(rest[1..^Grams.Length], NumberStyles.None, CultureInfo.InvariantCulture, out int q) && q is >= 1 and <= QGramComparator.MostUnits
                ? Comparators.QGrams(similarity, q, padded)
                : null;
    }
}
