namespace CustomerInsight.Matching;

/// <summary>The units that a packed column is written in, as codes from 0 to 63.</summary>
internal sealed class TextAlphabet
{
    /// <summary>The most units: as many as one permutation of bytes looks up.</summary>
    public const int Most = 64;

    private const int DirectUnits = 256;
    private const byte None = byte.MaxValue;

    private readonly byte[] _direct = new byte[DirectUnits];
    private readonly char[] _units;

    private TextAlphabet(char[] units)
    {
        _units = units;
        Array.Fill(_direct, None);
        for (int code = 0; code < units.Length && units[code] < DirectUnits; code++)
        {
            _direct[units[code]] = (byte)code;
        }
    }

    /// <summary>Takes the units that occur most often in the texts up to a length.</summary>
    public static TextAlphabet Of(IEnumerable<string> texts, int longest)
    {
        int[] counts = new int[char.MaxValue + 1];
        foreach (string text in texts)
        {
            if (text.Length <= longest)
            {
                foreach (char unit in text)
                {
                    counts[unit]++;
                }
            }
        }

        return new TextAlphabet([.. Enumerable.Range(0, counts.Length).Where(unit => counts[unit] > 0)
            .OrderByDescending(unit => counts[unit]).ThenBy(static unit => unit).Take(Most).Order().Select(static unit => (char)unit)]);
    }

    /// <summary>The code of a unit, or −1 where it has none.</summary>
    public int Code(char unit) => unit >= DirectUnits ? Math.Max(Array.BinarySearch(_units, unit), -1)
        : _direct[unit] == None ? -1 : _direct[unit];

    public bool Covers(string text)
    {
        foreach (char unit in text)
        {
            if (Code(unit) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes where each code stands in a text: byte k of the mask of a code is at k · 64 + code.</summary>
    /// <param name="text">The text; units without a code stand nowhere.</param>
    /// <param name="tables">One table of 64 bytes for every eight units, all 0.</param>
    public void Locate(ReadOnlySpan<char> text, Span<byte> tables)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int code = Code(text[i]);
            if (code >= 0)
            {
                tables[(i >> 3 << 6) + code] |= (byte)(1 << (i & 7));
            }
        }
    }
}
