using System.Text;

namespace CustomerInsight.Matching;

/// <summary>How Chinese characters are read in Mandarin, in Latin letters without tones: 王小明 is <c>wang xiao ming</c>.</summary>
/// <remarks>
/// A character with several readings gets the first of Unihan's <c>kMandarin</c>, the usual one; at the head of a name, where
/// <see cref="OfName"/> is asked, the one that it has as a family name. ü is written u (吕 is <c>lu</c>), as in names whose diacritics are folded.
/// Traditional and simplified characters have the same readings.
/// <para>Source: Unicode Standard Annex 38, Unihan database, field kMandarin. The readings of family names are those that Unihan has from the
/// dictionaries Tongyong Guifan Hanzi Zidian (kTGHZ2013) and Xiandai Hanyu Cidian (kXHC1983), which mark them as family names.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class Pinyin
{
    private const char LastWithoutReading = '\u2FFF';

    /// <summary>Reads a text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>
    /// The text with each Chinese character as a syllable and a space between words; all else stays. The same string object where there is no
    /// Chinese character. A character that has no reading stays too.
    /// </returns>
    /// <remarks>Cost: one pass; a text without Chinese characters allocates nothing.</remarks>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return HasHan(text) ? Read(text, 0, new StringBuilder(text.Length * 6)) : text;
    }

    /// <summary>Reads a family name, or a whole name that begins with it: 曾 is <c>zeng</c>, not <c>ceng</c>; 尉迟恭 is <c>yu chi gong</c>.</summary>
    /// <param name="name">Any text.</param>
    /// <returns>As <see cref="Of"/> gives it, but for the family name.</returns>
    public static string OfName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!HasHan(name))
        {
            return name;
        }

        var output = new StringBuilder(name.Length * 6);
        int read = PinyinFamilyNames.Find(name, out string syllables);
        output.Append(syllables);
        return Read(name, read, output);
    }

    /// <summary>Says whether a text has a Chinese character with a reading.</summary>
    internal static bool HasHan(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange('\0', LastWithoutReading))
        {
            return false;
        }

        foreach (Rune rune in text.EnumerateRunes())
        {
            if (PinyinSyllables.Find(rune) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static string Read(string text, int start, StringBuilder output)
    {
        bool afterSyllable = output.Length > 0;
        foreach (Rune rune in text.AsSpan(start).EnumerateRunes())
        {
            string? syllable = PinyinSyllables.Find(rune);
            bool startsWord = syllable is not null ? output.Length > 0 && (afterSyllable || char.IsLetterOrDigit(output[^1])) : afterSyllable && Rune.IsLetterOrDigit(rune);
            if (startsWord)
            {
                output.Append(' ');
            }

            output.Append(syllable ?? rune.ToString());
            afterSyllable = syllable is not null;
        }

        return output.ToString();
    }
}
