using System.Buffers;
using System.Globalization;

namespace CustomerInsight;

/// <summary>Walks over a folded text that should be a date.</summary>
/// <param name="text">The text, trimmed.</param>
internal ref struct DateReader(ReadOnlySpan<char> text)
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly SearchValues<char> OfTimes = SearchValues.Create("0123456789:.,+- tzapmucg");

    private ReadOnlySpan<char> _rest = text;

    public void SkipWeekday()
    {
        int length = WordLength();
        if (Find(Weekdays, _rest[..length]) >= 0)
        {
            _rest = _rest[length..].TrimStart("., ");
        }
    }

    /// <summary>Reads <c>yyyyMMdd</c>, or that with the six digits of a time behind it.</summary>
    public bool TryReadCompact(out DateParts parts)
    {
        int length = DigitsLength();
        parts = default;
        if (length is not (8 or 14))
        {
            return false;
        }

        parts = new DateParts(Part(_rest[..4]), Part(_rest[4..6]), Part(_rest[6..8]));
        _rest = _rest[length..];
        return true;
    }

    /// <summary>Reads the next part of a date and what separates it from the one after.</summary>
    public bool TryReadPart(out DatePart part)
    {
        part = default;
        int digits = DigitsLength();
        if (digits > 0)
        {
            if (digits is not (1 or 2 or 4))
            {
                return false;
            }

            part = Part(_rest[..digits]);
            _rest = _rest[digits..];
            SkipOrdinalSuffix();
        }
        else
        {
            int letters = WordLength();
            int month = Find(Months, _rest[..letters]);
            if (month < 0)
            {
                return false;
            }

            part = new DatePart(month + 1, 0);
            _rest = _rest[letters..];
        }

        SkipSeparator();
        return true;
    }

    public readonly bool IsAtEnd() => _rest.IsEmpty;

    /// <summary>Tells whether nothing is left, or nothing but a time of day: <c>t</c> and digits, or digits and a colon.</summary>
    public readonly bool IsAtTimeOrEnd()
    {
        ReadOnlySpan<char> time = _rest.TrimStart(" ,t");
        return time.IsEmpty
            || (char.IsAsciiDigit(time[0]) && time.IndexOfAnyExcept(OfTimes) < 0 && (time.Contains(':') || _rest[0] == 't'));
    }

    private static DatePart Part(ReadOnlySpan<char> digits) =>
        new(int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), digits.Length);

    // "Sept" and "September" alike: three letters or more from the start of the name.
    private static int Find(string[] names, ReadOnlySpan<char> word)
    {
        for (int i = 0; word.Length >= 3 && i < names.Length; i++)
        {
            if (names[i].AsSpan().StartsWith(word))
            {
                return i;
            }
        }

        return -1;
    }

    private readonly int DigitsLength() => LengthBefore(_rest.IndexOfAnyExceptInRange('0', '9'));

    private readonly int WordLength() => LengthBefore(_rest.IndexOfAnyExceptInRange('a', 'z'));

    private readonly int LengthBefore(int end) => end < 0 ? _rest.Length : end;

    private void SkipOrdinalSuffix()
    {
        if (_rest is ['s', 't', ..] or ['n', 'd', ..] or ['r', 'd', ..] or ['t', 'h', ..])
        {
            _rest = _rest[2..];
        }
    }

    private void SkipSeparator()
    {
        _rest = _rest.TrimStart(" -/.,_'年月日号");
        if (_rest.StartsWith("of ", StringComparison.Ordinal))
        {
            _rest = _rest[3..];
        }
    }
}
