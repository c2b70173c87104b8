using System.Text;

namespace CustomerInsight.Matching;

/// <summary>Writes a name so that its forms in Chinese characters and in pinyin are equal, however the syllables are spaced.</summary>
internal static class PinyinKey
{
    // The least rotation costs the square of the length, and nobody's name is longer.
    private const int LongestName = 128;

    /// <summary>The key of a name that <see cref="Pinyin"/> has read, or null where its words are not pinyin or there are more than 128 letters.</summary>
    /// <param name="read">The name in Latin letters in lower case.</param>
    /// <param name="inAnyOrder">True where the family name may stand first or last.</param>
    public static string? Of(string read, bool inAnyOrder)
    {
        var key = new StringBuilder(read.Length);
        foreach (string part in read.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string word = FoldU(part);
            if (!PinyinSyllables.CanRead(word))
            {
                return null;
            }

            key.Append(word);
        }

        return key.Length is 0 or > LongestName ? null : inAnyOrder ? LeastRotation(key.ToString()) : key.ToString();
    }

    /// <summary>ü is written v, u, yu or ü: <c>lv</c>, <c>lu</c>, <c>lyu</c>. Inside a word <c>nyu</c> is the end of one syllable and yu.</summary>
    private static string FoldU(string word)
    {
        if (word.StartsWith("nyu", StringComparison.Ordinal))
        {
            word = string.Concat("nu", word.AsSpan(3));
        }

        return word.Replace("lyu", "lu", StringComparison.Ordinal).Replace('v', 'u');
    }

    /// <summary>
    /// A family name moved from the head of a name to its end leaves the same circle of letters; of the ways to cut the circle open the least one
    /// is the key. This needs no borders between syllables, which spelling does not always tell (xian, xi'an).
    /// </summary>
    private static string LeastRotation(string text)
    {
        string twice = text + text;
        int least = 0;
        for (int start = 1; start < text.Length; start++)
        {
            if (string.CompareOrdinal(twice, start, twice, least, text.Length) < 0)
            {
                least = start;
            }
        }

        return twice.Substring(least, text.Length);
    }
}
