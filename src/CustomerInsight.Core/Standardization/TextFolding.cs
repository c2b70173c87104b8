using System.Buffers;
using System.Globalization;

namespace CustomerInsight;

/// <summary>Folds away what does not tell two texts apart: case, diacritics, width, traditional and simplified 汉字, the shape of quotes, dashes and spaces.</summary>
/// <remarks>
/// Uses its own tables, so that results depend neither on the culture nor on how the runtime was built. Scripts without case stay as they are.
/// Folding a folded text changes nothing.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class TextFolding
{
    private static readonly SearchValues<char> Unchanged = SearchValues.Create(" !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Folds a text.</summary>
    /// <param name="text">Any text, also one with broken surrogates.</param>
    /// <returns>
    /// The text in lower case; Latin, Greek and Cyrillic letters without diacritics (é → e, ß → ss, ø → o, й → и); full-width forms, curly quotes,
    /// dashes, spaces and the digits of other scripts as ASCII; 汉字 simplified (陳 → 陈); combining marks U+0300–U+036F, control characters and invisible format characters
    /// left out. The same string object where nothing changes.
    /// </returns>
    /// <remarks>Cost: one pass; an ASCII text in lower case allocates nothing.</remarks>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text))
        {
            return text;
        }

        var buffer = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        Fold(text, ref buffer);
        return buffer.ToString(text);
    }

    /// <summary>Tells whether a text is printable ASCII without capitals, which folding does not change.</summary>
    internal static bool IsPlain(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(Unchanged) < 0;

    /// <summary>Folds a text into a buffer.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="output">Where the folded text goes.</param>
    internal static void Fold(ReadOnlySpan<char> text, ref CharBuffer output)
    {
        int changed = text.IndexOfAnyExcept(Unchanged);
        int plain = changed < 0 ? text.Length : changed;
        output.Append(text[..plain]);
        for (int i = plain; i < text.Length; i++)
        {
            char unit = text[i];
            if (unit < 0x80)
            {
                AppendAscii(unit, ref output);
            }
            else if (unit == '\uDB40' && i + 1 < text.Length && text[i + 1] is >= '\uDD00' and <= '\uDDEF')
            {
                // A variation selector of the second plane: it chooses a glyph of the 汉字 before it, not another 汉字.
                i++;
            }
            else
            {
                AppendOther(unit, ref output);
            }
        }
    }

    /// <summary>Turns a full-width form into the ASCII character it stands for.</summary>
    /// <param name="unit">Any character.</param>
    /// <returns>The ASCII character, or the same one.</returns>
    internal static char Narrow(char unit) => unit is >= '\uFF01' and <= '\uFF5E' ? (char)(unit - 0xFEE0) : unit;

    private static void AppendAscii(char unit, ref CharBuffer output)
    {
        if (unit is >= 'A' and <= 'Z')
        {
            output.Append((char)(unit | 0x20));
        }
        else if (unit is >= ' ' and < '\x7F')
        {
            output.Append(unit);
        }
        else if (char.IsWhiteSpace(unit))
        {
            output.Append(' ');
        }
    }

    private static void AppendOther(char unit, ref CharBuffer output)
    {
        switch (unit)
        {
            case '\u00B4' or (>= '\u02B9' and <= '\u02BF') or '\u02C8' or '\u0374' or (>= '\u2018' and <= '\u201B') or '\u2032':
                output.Append('\'');
                break;
            case '\u00AB' or '\u00BB' or (>= '\u201C' and <= '\u201F') or '\u2033':
                output.Append('"');
                break;
            case (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63':
                output.Append('-');
                break;
            case (>= '\u0300' and <= '\u036F') or (>= '\uFE00' and <= '\uFE0F'):
                break;
            case >= '\uFB00' and <= '\uFB06':
                output.Append(((ReadOnlySpan<string>)["ff", "fi", "fl", "ffi", "ffl", "st", "st"])[unit - '\uFB00']);
                break;
            case >= '\uFF01' and <= '\uFF5E':
                AppendAscii(Narrow(unit), ref output);
                break;
            case char when HanVariants.IsHan(unit):
                output.Append(HanVariants.Fold(unit));
                break;
            default:
                AppendFromTables(unit, ref output);
                break;
        }
    }

    private static void AppendFromTables(char unit, ref CharBuffer output)
    {
        switch (FoldingTables.Find(unit))
        {
            case FoldingTables.Same:
                AppendByCategory(unit, ref output);
                break;
            case FoldingTables.Several:
                output.Append(FoldingTables.FindSeveral(unit));
                break;
            case char folded:
                output.Append(folded);
                break;
        }
    }

    private static void AppendByCategory(char unit, ref CharBuffer output)
    {
        UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(unit);
        if (category is UnicodeCategory.DecimalDigitNumber)
        {
            output.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(unit)));
        }
        else if (char.IsWhiteSpace(unit))
        {
            output.Append(' ');
        }
        else if (category is not (UnicodeCategory.Control or UnicodeCategory.Format))
        {
            char lower = char.ToLowerInvariant(unit);
            if (lower < 0x80)
            {
                output.Append(lower);
            }
            else if (lower == unit)
            {
                output.Append(unit);
            }
            else
            {
                AppendOther(lower, ref output);
            }
        }
    }
}
