using System.Globalization;

namespace CustomerInsight;

/// <summary>Reads and writes numbers as texts.</summary>
internal static class Numbers
{
    private const int DigitsOfGroup = 3;

    /// <summary>Reads a finite number in digits with a point, a sign and an exponent.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number);

    /// <summary>Writes a number in its shortest form; zero has no sign.</summary>
    /// <param name="number">The number.</param>
    /// <param name="value">The text it came from, which is given back where it has that form.</param>
    public static string Write(double number, string value)
    {
        string text = (number == 0 ? 0 : number).ToString(CultureInfo.InvariantCulture);
        return text == value ? value : text;
    }

    /// <summary>Takes out what parts thousands and writes a point before the fraction.</summary>
    /// <param name="text">A folded text.</param>
    /// <param name="plain">Where the number goes.</param>
    /// <returns>False where thousands are parted where they should not be.</returns>
    public static bool TryPlain(ReadOnlySpan<char> text, ref CharBuffer plain)
    {
        int fraction = Fraction(text);
        ReadOnlySpan<char> whole = fraction < 0 ? text : text[..fraction];
        int sinceGroup = -1;
        for (int i = 0; i < whole.Length; i++)
        {
            if (whole[i] is '.' or ',' or ' ' or '\'')
            {
                if (i == 0 || !char.IsAsciiDigit(whole[i - 1]) || sinceGroup is >= 0 and not DigitsOfGroup)
                {
                    return false;
                }

                sinceGroup = 0;
                continue;
            }

            sinceGroup += sinceGroup >= 0 ? 1 : 0;
            plain.Append(whole[i]);
        }

        if (sinceGroup is >= 0 and not DigitsOfGroup)
        {
            return false;
        }

        if (fraction >= 0)
        {
            plain.Append('.');
            plain.Append(text[(fraction + 1)..]);
        }

        return true;
    }

    /// <summary>Where the fraction begins, or −1.</summary>
    private static int Fraction(ReadOnlySpan<char> text)
    {
        int last = text.LastIndexOfAny('.', ',');
        if (last < 0 || text[..last].Contains(text[last]))
        {
            return -1;
        }

        int before = text[..last].TrimStart("+-").Length;
        bool thousands = text[last] == ',' && text.Length - last - 1 == DigitsOfGroup && before is >= 1 and <= DigitsOfGroup
            && text[(last + 1)..].IndexOfAnyExceptInRange('0', '9') < 0 && !text[..last].Contains('.');
        return thousands ? -1 : last;
    }
}
