using System.Runtime.CompilerServices;

namespace CustomerInsight.Models;

/// <summary>Hashes rows of numbers, two numbers at a time.</summary>
/// <remarks>Source: the folded product of 64 by 64 bits of wyhash (Wang Yi), each pair of numbers with keys of its own, so that their order counts and no step waits for the one before.</remarks>
internal sealed class PairHash
{
    private readonly ulong[] _keys;

    public PairHash(int width)
    {
        _keys = new ulong[width + 1];
        for (int i = 0; i < _keys.Length; i++)
        {
            _keys[i] = StableHash.Combine((ulong)width, (ulong)i);
        }
    }

    /// <summary>Hashes a row. Nought and minus nought are one number.</summary>
    /// <param name="row">Its numbers.</param>
    /// <param name="seed">What else is known of the row.</param>
    public ulong Of(ReadOnlySpan<double> row, ulong seed)
    {
        ulong hash = seed;
        int column = 0;
        for (; column + 2 <= row.Length; column += 2)
        {
            hash += Folded(Bits(row[column]) ^ _keys[column], Bits(row[column + 1]) ^ _keys[column + 1]);
        }

        if (column < row.Length)
        {
            hash += Folded(Bits(row[column]) ^ _keys[column], _keys[column + 1]);
        }

        return StableHash.Combine(hash, seed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(double value) => BitConverter.DoubleToUInt64Bits(value + 0.0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Folded(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }
}
