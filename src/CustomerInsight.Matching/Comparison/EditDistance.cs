using System.Runtime.CompilerServices;

namespace CustomerInsight.Matching;

/// <summary>How many edits lie between two texts, in UTF-16 code units.</summary>
/// <remarks>
/// All three distances are symmetric. Damerau–Levenshtein is at most optimal string alignment, which is at most Levenshtein.
/// <para>Source: Boytsov, "Indexing methods for approximate dictionary searching", ACM JEA 16, 2011, section 2.1.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class EditDistance
{
    /// <summary>Computes the Levenshtein distance: insertions, deletions and substitutions.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <param name="atMost">The bound, at least 0: what lies above it is not told apart, which is cheaper.</param>
    /// <returns>
    /// The distance, or <paramref name="atMost"/> + 1 where it is more; the same for both orders. Cost O(n) where the shorter text has up to 64
    /// units beside what the two begin and end with in common, else O(n·m); no allocation up to 128 units.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atMost"/> is negative.</exception>
    public static int Levenshtein(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int atMost = int.MaxValue - 1) =>
        Between(left, right, EditKind.Levenshtein, atMost);

    /// <summary>Computes the optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <param name="atMost">The bound, at least 0: what lies above it is not told apart, which is cheaper.</param>
    /// <returns>
    /// The distance, or <paramref name="atMost"/> + 1 where it is more; the same for both orders. Cost O(n) where the shorter text has up to 64
    /// units beside what the two begin and end with in common, else O(n·m); no allocation up to 128 units.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atMost"/> is negative.</exception>
    /// <remarks>Each unit takes part in one edit at most (the restricted Damerau–Levenshtein distance), so <c>ca</c> and <c>abc</c> are 3 apart.</remarks>
    public static int Osa(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int atMost = int.MaxValue - 1) =>
        Between(left, right, EditKind.Osa, atMost);

    /// <summary>Computes the unrestricted Damerau–Levenshtein distance.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <param name="atMost">The bound, at least 0: what lies above it is not told apart, which is cheaper.</param>
    /// <returns>The distance, or <paramref name="atMost"/> + 1 where it is more; the same for both orders. Cost O(n·m), no allocation up to 128 units.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atMost"/> is negative.</exception>
    /// <remarks>Between swapped units others may be edited, so <c>ca</c> and <c>abc</c> are 2 apart. It is a metric, as Levenshtein is and optimal string alignment is not.</remarks>
    public static int DamerauLevenshtein(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int atMost = int.MaxValue - 1) =>
        Between(left, right, EditKind.DamerauLevenshtein, atMost);

    /// <summary>Computes the distance of a kind.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <param name="kind">What counts as one edit.</param>
    /// <param name="atMost">The bound, at least 0: what lies above it is not told apart, which is cheaper.</param>
    /// <returns>The distance, or <paramref name="atMost"/> + 1 where it is more; the same for both orders. The cost is that of the kind's own method.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atMost"/> is negative, or <paramref name="kind"/> is none of the three.</exception>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, EditKind kind, int atMost = int.MaxValue - 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(atMost);
        ThrowIfUnknown(kind);
        atMost = Math.Min(atMost, int.MaxValue - 1);
        ReadOnlySpan<char> shorter = left.Length <= right.Length ? left : right;
        ReadOnlySpan<char> longer = left.Length <= right.Length ? right : left;
        int distance = longer.Length > EditBits.Most || atMost <= 1 || kind == EditKind.DamerauLevenshtein ? Trimmed(shorter, longer, kind, atMost)
            : longer.Length - shorter.Length > atMost ? int.MaxValue
            : Short(longer, shorter, kind == EditKind.Osa, atMost);
        return Math.Min(distance, atMost + 1);
    }

    internal static void ThrowIfUnknown(EditKind kind)
    {
        if (kind is not (EditKind.Osa or EditKind.Levenshtein or EditKind.DamerauLevenshtein))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of edit distance. Take one of EditKind.");
        }
    }

    /// <summary>The distance of a pattern of up to 64 units, which is taken into words, to a text.</summary>
    private static int Short(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool swaps, int atMost) => pattern.Length switch
    {
        0 => text.Length,
        <= PatternMasks8.Most => Bits(new PatternMasks8(pattern), pattern.Length, text, swaps, atMost),
        <= PatternMasks16.Most => Bits(new PatternMasks16(pattern), pattern.Length, text, swaps, atMost),
        _ => Bits(new PatternMasks64(pattern), pattern.Length, text, swaps, atMost),
    };

    /// <summary>A bound that less than half of the text reaches is worth looking at after each unit.</summary>
    private static int Bits<TMasks>(TMasks masks, int length, ReadOnlySpan<char> text, bool swaps, int atMost)
        where TMasks : struct, IUnitMasks =>
        atMost < text.Length / 2 ? EditBits.Bounded(masks, ref Unsafe.NullRef<byte>(), length, text, swaps, atMost)
        : swaps ? EditBits.Osa(masks, ref Unsafe.NullRef<byte>(), length, text)
        : EditBits.Levenshtein(masks, ref Unsafe.NullRef<byte>(), length, text);

    /// <summary>The distance of what two texts do not begin or end with in common.</summary>
    private static int Trimmed(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer, EditKind kind, int atMost)
    {
        int beginning = shorter.CommonPrefixLength(longer);
        shorter = shorter[beginning..];
        longer = longer[beginning..];
        int ending = CommonSuffixLength(shorter, longer);
        shorter = shorter[..^ending];
        longer = longer[..^ending];

        // One edit leaves at most a swapped pair between the common beginning and the common end.
        return (atMost <= 1 && longer.Length > 2 * atMost) || longer.Length - shorter.Length > atMost ? int.MaxValue
            : shorter.IsEmpty ? longer.Length
            : kind == EditKind.DamerauLevenshtein ? DamerauRows.Distance(shorter, longer, atMost)
            : longer.Length <= EditBits.Most ? Short(longer, shorter, kind == EditKind.Osa, atMost)
            : shorter.Length <= EditBits.Most ? Short(shorter, longer, kind == EditKind.Osa, atMost)
            : EditRows.Distance(shorter, longer, kind == EditKind.Osa, atMost);
    }

    private static int CommonSuffixLength(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int length = 0;
        int most = Math.Min(left.Length, right.Length);
        while (length < most && left[^(length + 1)] == right[^(length + 1)])
        {
            length++;
        }

        return length;
    }
}
