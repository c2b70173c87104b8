using System.Text;

namespace CustomerInsight.Matching;

/// <summary>Finds the syllable of a character, and tells whether Latin letters are pinyin.</summary>
internal static class PinyinSyllables
{
    private const int LongestSyllable = 6;

    private static readonly string[] All = PinyinTable.Syllables.Split(' ');

    /// <summary>The syllable that names have, or null for what is no Chinese character and for one without a reading.</summary>
    public static string? Find(Rune rune) => Usual(rune.Value) ?? FirstOfUnihan(rune);

    /// <summary>The first reading that Unihan has, or null.</summary>
    public static string? FirstOfUnihan(Rune rune) => Code(rune.Value) - PinyinTable.FirstCode is > 0 and int code ? All[code - 1] : null;

    /// <summary>Says whether a word can be taken apart into syllables without rest, such as <c>xiaoming</c>.</summary>
    public static bool CanRead(ReadOnlySpan<char> word)
    {
        const int longest = 64;
        if (word.IsEmpty || word.Length > longest)
        {
            return false;
        }

        Span<bool> ends = stackalloc bool[longest + 1];
        ends[0] = true;
        for (int end = 1; end <= word.Length; end++)
        {
            for (int start = Math.Max(0, end - LongestSyllable); start < end && !ends[end]; start++)
            {
                ends[end] = ends[start] && IsSyllable(word[start..end]);
            }
        }

        return ends[word.Length];
    }

    private static char Code(int character) => character switch
    {
        >= 0x3400 and < 0x4DC0 => PinyinTable.ExtensionA[character - 0x3400],
        >= 0x4E00 and < 0xA000 => PinyinTable.Unified[character - 0x4E00],
        >= 0xF900 and < 0xFB00 => PinyinTable.Compatibility[character - 0xF900],
        > char.MaxValue => RareCode(character),
        _ => PinyinTable.FirstCode,
    };

    private static char RareCode(int character)
    {
        Span<char> units = stackalloc char[2];
        new Rune(character).EncodeToUtf16(units);
        int at = PinyinTable.Rare.AsSpan().IndexOf(units);
        return at >= 0 ? PinyinTable.RareCodes[at / 2] : PinyinTable.FirstCode;
    }

    /// <summary>The few readings that names have and that are not the first of Unihan: that one is a particle's or a rare word's.</summary>
    private static string? Usual(int character) => character switch
    {
        '地' => "di",
        '卜' => "bu",
        '佛' => "fo",
        '晟' => "sheng",
        _ => null,
    };

    /// <summary>A syllable that a name is written with; the table also has a few sounds without a vowel.</summary>
    private static bool IsSyllable(ReadOnlySpan<char> letters)
    {
        if (letters.IndexOfAny("aeiou") < 0)
        {
            return false;
        }

        int low = 0;
        int high = All.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = All[middle].AsSpan().SequenceCompareTo(letters);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }
}
