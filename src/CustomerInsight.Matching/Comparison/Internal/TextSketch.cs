using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Matching;

/// <summary>What is kept of a text beside the others of its column: which units it has how often, its first sixteen, and its length. Enough to say that two are too different, and to compare short ones in full.</summary>
/// <remarks>
/// Each bit of the signature stands for "has this unit at least k times"; some share one. A bit that one text has and the other has not is a unit of
/// the first that the second cannot match, so bits bound from below how many units differ.
/// </remarks>
internal readonly struct TextSketch
{
    /// <summary>The longest text that is kept whole.</summary>
    public const int MostUnits = 16;

    /// <summary>How many equal first units are counted.</summary>
    public const int PrefixLength = JaroWinkler.LongestPrefix;

    /// <summary>Up to how many edits <see cref="MayBeWithin"/> looks at the places of the units.</summary>
    private const int MostPlaced = 2;

    private const int Ascii = 128;
    private const int Letters = 26;
    private const int Bits = 64;

    private readonly Vector128<byte> _units;
    private readonly ulong _signature;

    public TextSketch(ReadOnlySpan<char> text)
    {
        Length = text.Length;
        Span<byte> units = stackalloc byte[MostUnits];
        units.Clear();
        IsWhole = text.Length <= MostUnits;
        Span<byte> seen = stackalloc byte[Ascii];
        seen.Clear();
        for (int i = 0; i < text.Length; i++)
        {
            int before = text[i] < Ascii ? seen[text[i]]++ : text[..i].Count(text[i]);
            _signature |= 1UL << ((Base(text[i]) + (Letters * before)) % Bits);
            IsWhole &= text[i] <= byte.MaxValue;
            if (i < MostUnits)
            {
                units[i] = (byte)text[i];
            }
        }

        _units = Vector128.Create<byte>(units);
    }

    private TextSketch(Vector128<byte> units, ulong signature, int length, bool isWhole)
    {
        _units = units;
        _signature = signature;
        Length = length;
        IsWhole = isWhole;
    }

    /// <summary>A sketch that knows which units a text has, not how often: a fraction of the cost, for texts that are compared a few times only. Good beside others of its kind alone.</summary>
    /// <param name="text">The text; behind it there must be room for <see cref="MostUnits"/> units from its start on, whatever they are.</param>
    /// <param name="length">How many units of it count.</param>
    public static TextSketch Quick(ref char text, int length)
    {
        ulong signature = 0;
        for (int i = 0; i < length; i++)
        {
            // The shift takes the unit modulo 64: letters of one case, digits, and what stands between them in addresses are told apart.
            signature |= 1UL << Unsafe.Add(ref text, i);
        }

        ref ushort units = ref Unsafe.As<char, ushort>(ref text);
        Vector128<ushort> count = Vector128.Create((ushort)Math.Min(length, MostUnits));
        Vector128<ushort> first = Vector128.LoadUnsafe(ref units) & Vector128.LessThan(Vector128.Create((ushort)0, 1, 2, 3, 4, 5, 6, 7), count);
        Vector128<ushort> second = Vector128.LoadUnsafe(ref units, (nuint)Vector128<ushort>.Count) & Vector128.LessThan(Vector128.Create((ushort)8, 9, 10, 11, 12, 13, 14, 15), count);
        Vector128<ushort> low = Vector128.Create((ushort)byte.MaxValue);
        return new TextSketch(
            Vector128.Narrow(first & low, second & low),
            signature,
            length,
            length <= MostUnits && Vector128.LessThanOrEqualAll(first | second, low));
    }

    /// <summary>The length in units.</summary>
    public int Length { get; }

    /// <summary>Whether the text is kept whole, so that it can be compared without a look at it.</summary>
    public bool IsWhole { get; }

    /// <summary>The places of the units, for texts that are kept whole.</summary>
    public SketchMasks Masks => new(_units, Length);

    /// <summary>No more units than these of the two can match each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MostMatches(in TextSketch other) => Math.Min(
        Length - BitOperations.PopCount(_signature & ~other._signature),
        other.Length - BitOperations.PopCount(other._signature & ~_signature));

    /// <summary>No fewer edits than these (insert, delete, replace; swaps aside) make one text of the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FewestEdits(in TextSketch other) => Math.Max(
        Math.Abs(Length - other.Length),
        Math.Max(BitOperations.PopCount(_signature & ~other._signature), BitOperations.PopCount(other._signature & ~_signature)));

    /// <summary>Whether so few edits may make one text of the other: false of nearly all texts of strangers.</summary>
    /// <remarks>
    /// A unit that is kept moves by no more places than there are edits, so units that the other text has nowhere near must be edits. Source: Xin et al.,
    /// "Shifted Hamming distance: a fast and accurate SIMD-friendly filter", Bioinformatics 31(10), 2015.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBeWithin(in TextSketch other, int edits) =>
        FewestEdits(other) <= edits && (edits > MostPlaced || !IsWhole || !other.IsWhole || Misplaced(other) <= edits);

    /// <summary>How many of the first units are the same, up to four or the first that is not; never fewer than there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CommonPrefix(in TextSketch other) =>
        Math.Min(BitOperations.TrailingZeroCount(_units.AsUInt32().ToScalar() ^ other._units.AsUInt32().ToScalar()) / 8, Math.Min(PrefixLength, Math.Min(Length, other.Length)));

    /// <summary>Writes the units of a text that is kept whole; there must be room for <see cref="MostUnits"/>.</summary>
    public void CopyTo(Span<char> text)
    {
        (Vector128<ushort> first, Vector128<ushort> second) = Vector128.Widen(_units);
        Span<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        first.CopyTo(units);
        second.CopyTo(units[Vector128<ushort>.Count..]);
    }

    /// <summary>How many units of this text the other has at none of the places up to two away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Misplaced(in TextSketch other)
    {
        Vector128<byte> near = Vector128.Equals(_units, other._units)
            | Vector128.Equals(_units, Vector128.Shuffle(other._units, Vector128.Create((byte)1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 255)))
            | Vector128.Equals(_units, Vector128.Shuffle(other._units, Vector128.Create((byte)2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 255, 255)))
            | Vector128.Equals(_units, Vector128.Shuffle(other._units, Vector128.Create((byte)255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)))
            | Vector128.Equals(_units, Vector128.Shuffle(other._units, Vector128.Create((byte)255, 255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)));
        return Length - BitOperations.PopCount(near.ExtractMostSignificantBits() & ((1u << Length) - 1));
    }

    private static int Base(char unit) => unit switch
    {
        >= 'a' and <= 'z' => unit - 'a',
        >= '0' and <= '9' => Letters + Letters + unit - '0',
        _ => unit * 37,
    };
}
