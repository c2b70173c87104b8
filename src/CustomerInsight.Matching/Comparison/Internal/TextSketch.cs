using System.Numerics;

namespace CustomerInsight.Matching;

/// <summary>What is cheap to know of a text: which units it has how often, its first four, and its length. Enough to say that two are too different.</summary>
/// <remarks>
/// Each bit of the signature stands for "has this unit at least k times"; some share one. A bit that one text has and the other has not is a unit of
/// the first that the second cannot match, so bits bound from below how many units differ.
/// </remarks>
internal readonly struct TextSketch
{
    /// <summary>How many of the first units are known exactly.</summary>
    public const int PrefixLength = 4;

    private const int Letters = 26;
    private const int Bits = 64;

    private readonly ulong _signature;
    private readonly ulong _prefix;

    public TextSketch(ReadOnlySpan<char> text)
    {
        Length = text.Length;
        for (int i = 0; i < Math.Min(text.Length, PrefixLength); i++)
        {
            _prefix |= (ulong)text[i] << (16 * i);
        }

        for (int i = 0; i < text.Length; i++)
        {
            int before = text[..i].Count(text[i]);
            _signature |= 1UL << ((Base(text[i]) + (Letters * before)) % Bits);
        }
    }

    /// <summary>The length in units.</summary>
    public int Length { get; }

    /// <summary>No more units than these of the two can match each other.</summary>
    public int MostMatches(in TextSketch other) => Math.Min(
        Length - BitOperations.PopCount(_signature & ~other._signature),
        other.Length - BitOperations.PopCount(other._signature & ~_signature));

    /// <summary>No fewer edits than these (insert, delete, replace; swaps aside) make one text of the other.</summary>
    public int FewestEdits(in TextSketch other) => Math.Max(
        Math.Abs(Length - other.Length),
        Math.Max(BitOperations.PopCount(_signature & ~other._signature), BitOperations.PopCount(other._signature & ~_signature)));

    /// <summary>How many of the first four units are the same, up to the first that is not.</summary>
    public int CommonPrefix(in TextSketch other) =>
        Math.Min(BitOperations.TrailingZeroCount(_prefix ^ other._prefix) / 16, Math.Min(PrefixLength, Math.Min(Length, other.Length)));

    private static int Base(char unit) => unit switch
    {
        >= 'a' and <= 'z' => unit - 'a',
        >= '0' and <= '9' => Letters + Letters + unit - '0',
        _ => unit * 37,
    };
}
