using System.Text;

namespace CustomerInsight.Sources;

/// <summary>The form of a delimited file, copied from the options and checked.</summary>
internal sealed record CsvSettings(char? Delimiter, Encoding? Encoding, int MaxFieldLength)
{
    public const int DefaultMaxFieldLength = 64 * 1024;

    public static CsvSettings From(char? delimiter, Encoding? encoding, int maxFieldLength)
    {
        if (delimiter is '"' or '\r' or '\n' or '\0' or > '\x7E')
        {
            throw new ArgumentException($"The delimiter is character {(int)delimiter}. Choose one ASCII character that is no quote and no line break.", nameof(delimiter));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(maxFieldLength, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxFieldLength, 1 << 24);
        return new(delimiter, encoding, maxFieldLength);
    }
}
