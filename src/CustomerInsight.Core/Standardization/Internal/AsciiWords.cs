namespace CustomerInsight;

/// <summary>Folds an ASCII text and keeps its words in one pass; what <see cref="TextFolding"/> and <see cref="Words.Append"/> do for any text.</summary>
internal static class AsciiWords
{
    private const char Vanishes = '\0';
    private const char Separates = ' ';
    private const char NotHere = '\uFFFF';

    private static readonly char[] Forms = MakeForms();

    /// <summary>Writes the words; nothing where there are none.</summary>
    /// <param name="value">The source's value.</param>
    /// <param name="words">Where the words go.</param>
    /// <param name="length">How many characters they have.</param>
    /// <returns>False for a text that must be looked at more closely: it is long, not ASCII, or may be a placeholder by its punctuation (<c>n/a</c>).</returns>
    public static bool TryWrite(ReadOnlySpan<char> value, Span<char> words, out int length)
    {
        length = 0;
        if (value.Length > words.Length)
        {
            return false;
        }

        bool separated = false;
        ReadOnlySpan<char> forms = Forms;
        foreach (char unit in value)
        {
            char form = unit < forms.Length ? forms[unit] : NotHere;
            if (form > Separates)
            {
                if (form == NotHere)
                {
                    return false;
                }

                // A separator stands for at least one character of the value, so the words have room.
                if (separated && length > 0)
                {
                    words[length++] = ' ';
                }

                words[length++] = form;
                separated = false;
            }
            else
            {
                separated |= form == Separates;
            }
        }

        return true;
    }

    private static char[] MakeForms()
    {
        char[] forms = new char[0x80];
        for (char unit = '\0'; unit < forms.Length; unit++)
        {
            forms[unit] = unit switch
            {
                '/' or '.' => NotHere,
                '\'' or '`' => Vanishes,
                _ when char.IsAsciiLetterOrDigit(unit) => char.ToLowerInvariant(unit),
                _ when char.IsControl(unit) && !char.IsWhiteSpace(unit) => Vanishes,
                _ => Separates,
            };
        }

        return forms;
    }
}
