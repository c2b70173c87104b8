using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET10_0_OR_GREATER
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
#endif

namespace CustomerInsight.Models;

/// <summary>Lists the rows whose gap no longer says that they stay in their group.</summary>
internal static class StaleRows
{
    /// <summary>How many numbers the table of what was spent has at least, and the list has more room for than there are rows.</summary>
    public const int Room = 16;

    /// <summary>Lists the rows of a range, rising.</summary>
    /// <param name="gaps">The gap of each row.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="spent">What the gaps of each group must be above; at least <see cref="Room"/> numbers.</param>
    /// <param name="from">The first row.</param>
    /// <param name="to">The row after the last.</param>
    /// <param name="stale">Where the rows go: room for all of them and <see cref="Room"/> more.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int List(float[] gaps, int[] groups, float[] spent, int from, int to, Span<int> stale)
    {
        ref int next = ref MemoryMarshal.GetReference(stale);
        ref float gap = ref MemoryMarshal.GetArrayDataReference(gaps);
        ref int group = ref MemoryMarshal.GetArrayDataReference(groups);
        ref float limit = ref MemoryMarshal.GetArrayDataReference(spent);
        int count = 0;
        int row = from;
#if NET10_0_OR_GREATER
        if (Avx512F.IsSupported && spent.Length == Room)
        {
            Vector512<float> limits = Vector512.LoadUnsafe(ref limit);
            Vector512<int> rows = Vector512<int>.Indices + Vector512.Create(from);
            for (; row + Room <= to; row += Room)
            {
                Vector512<float> own = Avx512F.PermuteVar16x32(limits, Vector512.LoadUnsafe(ref group, (nuint)row));
                Vector512<int> mask = ~Vector512.GreaterThan(Vector512.LoadUnsafe(ref gap, (nuint)row), own).AsInt32();
                Avx512F.Compress(Vector512<int>.Zero, mask, rows).StoreUnsafe(ref next, (nuint)count);
                count += BitOperations.PopCount(mask.ExtractMostSignificantBits());
                rows += Vector512.Create(Room);
            }
        }
#endif

        for (; row < to; row++)
        {
            Unsafe.Add(ref next, count) = row;
            count += Unsafe.Add(ref gap, row) > Unsafe.Add(ref limit, Unsafe.Add(ref group, row)) ? 0 : 1;
        }

        return count;
    }
}
