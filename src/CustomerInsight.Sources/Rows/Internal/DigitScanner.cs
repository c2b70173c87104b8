namespace CustomerInsight.Sources;

/// <summary>Walks through a text of numbers and separators.</summary>
internal ref struct DigitScanner(ReadOnlySpan<char> text)
{
    private const int TickDigits = 7;
    private ReadOnlySpan<char> _rest = text;

    public readonly bool AtEnd => _rest.IsEmpty;

    public char Take()
    {
        char first = _rest[0];
        _rest = _rest[1..];
        return first;
    }

    public bool Skip(char expected)
    {
        bool found = !_rest.IsEmpty && _rest[0] == expected;
        _rest = found ? _rest[1..] : _rest;
        return found;
    }

    /// <summary>Reads up to some ASCII digits, at most 9; returns how many there were.</summary>
    public int Number(int atMost, out int value)
    {
        value = 0;
        int count = 0;
        for (; count < atMost && !_rest.IsEmpty && char.IsAsciiDigit(_rest[0]); count++)
        {
            value = (value * 10) + (Take() - '0');
        }

        return count;
    }

    /// <summary>Reads the digits after a decimal point as ticks; what is finer than a tick is cut off.</summary>
    public bool Fraction(out long ticks)
    {
        int count = Number(TickDigits, out int value);
        ticks = value;
        for (int i = count; i < TickDigits; i++)
        {
            ticks *= 10;
        }

        while (!_rest.IsEmpty && char.IsAsciiDigit(_rest[0]))
        {
            Take();
        }

        return count > 0;
    }

    /// <summary>Reads AM or PM, with or without a blank before; A, P, or null where there is neither.</summary>
    public char? TakeDayHalf()
    {
        ReadOnlySpan<char> half = _rest.TrimStart(' ');
        if (half.Length < 2 || (half[1] | 0x20) != 'm' || (half[0] | 0x20) is not ('a' or 'p'))
        {
            return null;
        }

        _rest = half[2..];
        return (half[0] | 0x20) == 'a' ? 'A' : 'P';
    }
}
