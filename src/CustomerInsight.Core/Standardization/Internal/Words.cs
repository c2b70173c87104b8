using System.Globalization;
using System.Text;

namespace CustomerInsight;

/// <summary>Takes folded text apart into words of letters, digits and marks.</summary>
internal static class Words
{
    /// <summary>Folds a text and keeps its words; what has none, and what stands for no value, is rejected.</summary>
    /// <param name="value">The source's value.</param>
    /// <param name="ofPerson">True for the name of a person: 汉字 are joined, and what stands for nobody is rejected too.</param>
    /// <returns>The words.</returns>
    public static StandardizedValue Standardize(string value, bool ofPerson)
    {
        Span<char> ascii = stackalloc char[CharBuffer.StackLength];
        if (AsciiWords.TryWrite(value, ascii, out int length))
        {
            return Says(ascii[..length], value, ofPerson);
        }

        var folded = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        TextFolding.Fold(value, ref folded);
        var words = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        return !Placeholders.Contains(folded.Text) && Append(folded.Text, ofPerson, ref words) ? Says(words.Text, value, ofPerson) : StandardizedValue.Rejected;
    }

    /// <summary>Keeps the words, one space between them; apostrophes vanish, all else that is no letter or digit separates words.</summary>
    /// <param name="folded">A folded text.</param>
    /// <param name="joinIdeographs">True to write no space between two 汉字, where a space says nothing.</param>
    /// <param name="output">Where the words go.</param>
    /// <returns>True where there was a letter or a digit.</returns>
    public static bool Append(ReadOnlySpan<char> folded, bool joinIdeographs, ref CharBuffer output)
    {
        bool any = false;
        bool separated = false;
        bool afterIdeograph = false;
        foreach (Rune rune in folded.EnumerateRunes())
        {
            bool ofWord = IsOfWord(rune);
            if (ofWord || IsMark(rune))
            {
                bool ideograph = IsIdeograph(rune);
                if (separated && output.Length > 0 && !(joinIdeographs && ideograph && afterIdeograph))
                {
                    output.Append(' ');
                }

                AppendRune(rune, ref output);
                any |= ofWord;
                separated = false;
                afterIdeograph = ideograph;
            }
            else if (rune.Value != '\'' && rune.Value != '`')
            {
                separated = true;
            }
        }

        return any;
    }

    /// <summary>Keeps letters, digits and marks only.</summary>
    /// <param name="folded">A folded text.</param>
    /// <param name="output">Where they go.</param>
    public static void AppendJoined(ReadOnlySpan<char> folded, ref CharBuffer output)
    {
        foreach (Rune rune in folded.EnumerateRunes())
        {
            if (IsOfWord(rune) || IsMark(rune))
            {
                AppendRune(rune, ref output);
            }
        }
    }

    private static StandardizedValue Says(ReadOnlySpan<char> words, string value, bool ofPerson) =>
        words.IsEmpty || (ofPerson ? Placeholders.ContainsName(words) : Placeholders.Contains(words)) ? StandardizedValue.Rejected
        : new StandardizedValue(words.SequenceEqual(value) ? value : words.ToString());

    private static void AppendRune(Rune rune, ref CharBuffer output)
    {
        Span<char> units = stackalloc char[2];
        output.Append(units[..rune.EncodeToUtf16(units)]);
    }

    // 〇 counts as a letter of numbers, not as a letter.
    private static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber;

    // Vowel signs and the like are part of a word in the scripts that have them; Latin marks are folded away before.
    private static bool IsMark(Rune rune) => !rune.IsAscii
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsIdeograph(Rune rune) => rune.Value is (>= 0x3005 and <= 0x3007) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
