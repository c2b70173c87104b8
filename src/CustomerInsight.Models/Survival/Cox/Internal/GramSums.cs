using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Sums of weight × row × row turned, for rows of whole vectors of numbers.</summary>
internal static class GramSums
{
    /// <summary>Adds rows, four at a time, to the blocks of the matrix from its diagonal on.</summary>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="weights">A weight for each row.</param>
    /// <param name="width">The numbers of a row: a multiple of eight.</param>
    /// <param name="columns">How many of these have a row of the matrix.</param>
    /// <param name="sums">The matrix: columns × width numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<double> rows, ReadOnlySpan<double> weights, int width, int columns, Span<double> sums)
    {
        ref double sum = ref MemoryMarshal.GetReference(sums[..(columns * width)]);
        ref double row0 = ref MemoryMarshal.GetReference(rows[..(weights.Length * width)]);
        int row = 0;
        for (; row + 4 <= weights.Length; row += 4, row0 = ref Unsafe.Add(ref row0, 4 * width))
        {
            ref double row1 = ref Unsafe.Add(ref row0, width);
            ref double row2 = ref Unsafe.Add(ref row1, width);
            ref double row3 = ref Unsafe.Add(ref row2, width);
            for (int column = 0; column < columns; column++)
            {
                var by0 = Vector512.Create(weights[row] * Unsafe.Add(ref row0, column));
                var by1 = Vector512.Create(weights[row + 1] * Unsafe.Add(ref row1, column));
                var by2 = Vector512.Create(weights[row + 2] * Unsafe.Add(ref row2, column));
                var by3 = Vector512.Create(weights[row + 3] * Unsafe.Add(ref row3, column));
                for (nuint other = (nuint)(column & -Lanes.Count); other < (nuint)width; other += Lanes.Count)
                {
                    ref double to = ref Unsafe.Add(ref sum, (nuint)(column * width) + other);
                    Vector512<double> value = Lanes.MultiplyAdd(by0, Vector512.LoadUnsafe(ref row0, other), Vector512.LoadUnsafe(ref to));
                    value = Lanes.MultiplyAdd(by1, Vector512.LoadUnsafe(ref row1, other), value);
                    value = Lanes.MultiplyAdd(by2, Vector512.LoadUnsafe(ref row2, other), value);
                    value = Lanes.MultiplyAdd(by3, Vector512.LoadUnsafe(ref row3, other), value);
                    value.StoreUnsafe(ref to);
                }
            }
        }

        for (; row < weights.Length; row++, row0 = ref Unsafe.Add(ref row0, width))
        {
            for (int column = 0; column < columns; column++)
            {
                var by = Vector512.Create(weights[row] * Unsafe.Add(ref row0, column));
                for (nuint other = (nuint)(column & -Lanes.Count); other < (nuint)width; other += Lanes.Count)
                {
                    ref double to = ref Unsafe.Add(ref sum, (nuint)(column * width) + other);
                    Lanes.MultiplyAdd(by, Vector512.LoadUnsafe(ref row0, other), Vector512.LoadUnsafe(ref to)).StoreUnsafe(ref to);
                }
            }
        }
    }

    /// <summary>Makes the symmetric matrix of the columns out of the sums.</summary>
    public static double[] Symmetric(ReadOnlySpan<double> sums, int width, int columns)
    {
        double[] matrix = new double[columns * columns];
        for (int i = 0; i < columns; i++)
        {
            for (int j = i; j < columns; j++)
            {
                matrix[(i * columns) + j] = matrix[(j * columns) + i] = sums[(i * width) + j];
            }
        }

        return matrix;
    }
}
