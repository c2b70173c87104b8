using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The sum of the squared distances of rows to the centre of their group.</summary>
internal static class Inertia
{
    public static double Of(double[] values, int width, double[] centers, int[] groups, ParallelOptions parallel)
    {
        int size = RowChunks.RowsFor(width);
        double[] sums = new double[RowChunks.Count(groups.Length, size)];
        RowChunks.For(groups.Length, size, parallel, (chunk, from, to) => sums[chunk] = Sum(values, width, centers, groups, from, to));
        return sums.Sum();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum(double[] values, int width, double[] centers, int[] groups, int from, int to)
    {
        Vector512<double> sums = Vector512<double>.Zero;
        double rest = 0;
        ref double row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), (nint)from * width);
        ref double first = ref MemoryMarshal.GetArrayDataReference(centers);
        for (int number = from; number < to; number++)
        {
            ref double center = ref Unsafe.Add(ref first, (nint)groups[number] * width);
            int column = 0;
            for (; column + Lanes.Count <= width; column += Lanes.Count)
            {
                Vector512<double> apart = Vector512.LoadUnsafe(ref row, (nuint)column) - Vector512.LoadUnsafe(ref center, (nuint)column);
                sums = Lanes.MultiplyAdd(apart, apart, sums);
            }

            for (; column < width; column++)
            {
                double apart = Unsafe.Add(ref row, column) - Unsafe.Add(ref center, column);
                rest = Math.FusedMultiplyAdd(apart, apart, rest);
            }

            row = ref Unsafe.Add(ref row, width);
        }

        return rest + Lanes.Sum(sums);
    }
}
