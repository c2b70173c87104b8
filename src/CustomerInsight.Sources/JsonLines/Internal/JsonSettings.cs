using System.Text;

namespace CustomerInsight.Sources;

/// <summary>The form of a JSON Lines file, copied from the options and checked.</summary>
internal sealed record JsonSettings(Encoding? Encoding, int MaxLineLength, int SampleLines)
{
    public const int DefaultMaxLineLength = 1024 * 1024;
    public const int DefaultSampleLines = 1000;

    public static JsonSettings From(Encoding? encoding, int maxLineLength, int sampleLines)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLineLength, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxLineLength, 1 << 28);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleLines, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleLines, 100_000);
        return new(encoding, maxLineLength, sampleLines);
    }
}
