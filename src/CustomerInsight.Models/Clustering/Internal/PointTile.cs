using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CustomerInsight.Models;

/// <summary>Eight rows turned so that a vector holds one feature of all eight: distances of eight rows are then sums without any work across lanes.</summary>
internal static class PointTile
{
    /// <summary>Turns eight rows.</summary>
    /// <param name="values">All rows, row by row.</param>
    /// <param name="width">The features of a row.</param>
    /// <param name="rows">The numbers of the rows: from 1 to 8; the last fills the lanes that are left.</param>
    /// <param name="tile">Where they go: eight numbers a feature.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load(double[] values, int width, ReadOnlySpan<int> rows, Span<double> tile)
    {
        ref double all = ref MemoryMarshal.GetArrayDataReference(values);
        ref double row0 = ref Row(ref all, rows, 0, width);
        ref double row1 = ref Row(ref all, rows, 1, width);
        ref double row2 = ref Row(ref all, rows, 2, width);
        ref double row3 = ref Row(ref all, rows, 3, width);
        ref double row4 = ref Row(ref all, rows, 4, width);
        ref double row5 = ref Row(ref all, rows, 5, width);
        ref double row6 = ref Row(ref all, rows, 6, width);
        ref double row7 = ref Row(ref all, rows, 7, width);
        ref double to = ref MemoryMarshal.GetReference(tile[..(width * Lanes.Count)]);
        nuint column = 0;
        nuint columns = (nuint)width;
        if (Avx512F.IsSupported)
        {
            for (; column + Lanes.Count <= columns; column += Lanes.Count)
            {
                Turn(
                    Vector512.LoadUnsafe(ref row0, column), Vector512.LoadUnsafe(ref row1, column), Vector512.LoadUnsafe(ref row2, column), Vector512.LoadUnsafe(ref row3, column),
                    Vector512.LoadUnsafe(ref row4, column), Vector512.LoadUnsafe(ref row5, column), Vector512.LoadUnsafe(ref row6, column), Vector512.LoadUnsafe(ref row7, column),
                    ref Unsafe.Add(ref to, column * Lanes.Count));
            }
        }

        for (; column < columns; column++)
        {
            Vector512.Create(
                Unsafe.Add(ref row0, column), Unsafe.Add(ref row1, column), Unsafe.Add(ref row2, column), Unsafe.Add(ref row3, column),
                Unsafe.Add(ref row4, column), Unsafe.Add(ref row5, column), Unsafe.Add(ref row6, column), Unsafe.Add(ref row7, column))
                .StoreUnsafe(ref to, column * Lanes.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref double Row(ref double all, ReadOnlySpan<int> rows, int lane, int width) =>
        ref Unsafe.Add(ref all, (nint)rows[Math.Min(lane, rows.Length - 1)] * width);

    /// <summary>Turns a square of eight by eight: pairs first, then halves and quarters of the vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(
        Vector512<double> row0, Vector512<double> row1, Vector512<double> row2, Vector512<double> row3,
        Vector512<double> row4, Vector512<double> row5, Vector512<double> row6, Vector512<double> row7, ref double to)
    {
        TurnHalf(Avx512F.UnpackLow(row0, row1), Avx512F.UnpackLow(row2, row3), Avx512F.UnpackLow(row4, row5), Avx512F.UnpackLow(row6, row7), ref to);
        TurnHalf(Avx512F.UnpackHigh(row0, row1), Avx512F.UnpackHigh(row2, row3), Avx512F.UnpackHigh(row4, row5), Avx512F.UnpackHigh(row6, row7), ref Unsafe.Add(ref to, Lanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TurnHalf(Vector512<double> pair0, Vector512<double> pair1, Vector512<double> pair2, Vector512<double> pair3, ref double to)
    {
        const byte Even = 0x88;
        const byte Odd = 0xDD;
        Vector512<double> low = Avx512F.Shuffle4x128(pair0, pair1, Even);
        Vector512<double> high = Avx512F.Shuffle4x128(pair2, pair3, Even);
        Avx512F.Shuffle4x128(low, high, Even).StoreUnsafe(ref to);
        Avx512F.Shuffle4x128(low, high, Odd).StoreUnsafe(ref to, 4 * Lanes.Count);
        low = Avx512F.Shuffle4x128(pair0, pair1, Odd);
        high = Avx512F.Shuffle4x128(pair2, pair3, Odd);
        Avx512F.Shuffle4x128(low, high, Even).StoreUnsafe(ref to, 2 * Lanes.Count);
        Avx512F.Shuffle4x128(low, high, Odd).StoreUnsafe(ref to, 6 * Lanes.Count);
    }
}
