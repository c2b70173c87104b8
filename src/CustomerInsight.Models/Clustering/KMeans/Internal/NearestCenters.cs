using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The squared distances of a tile of rows to its nearest and second nearest centre. Among centres equally near the first is the nearest.</summary>
internal ref struct NearestCenters
{
    public Vector512<double> Nearest;
    public Vector512<double> Second;

    /// <summary>The number of the nearest centre.</summary>
    public Vector512<long> Number;

    /// <summary>Measures a tile against all centres.</summary>
    /// <param name="tile">The rows, as <see cref="PointTile"/> turns them.</param>
    /// <param name="width">The features of a row.</param>
    /// <param name="centers">The centres, row by row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static NearestCenters Of(ReadOnlySpan<double> tile, int width, ReadOnlySpan<double> centers)
    {
        var found = new NearestCenters
        {
            Nearest = Vector512.Create(double.PositiveInfinity),
            Second = Vector512.Create(double.PositiveInfinity),
            Number = Vector512.Create(-1L),
        };
        ref double turned = ref MemoryMarshal.GetReference(tile[..(width * Lanes.Count)]);
        ref double center = ref MemoryMarshal.GetReference(centers);
        nint step = width;
        int count = centers.Length / width;
        int number = 0;
        for (; number + 4 <= count; number += 4)
        {
            // Four centres at a time keep eight chains of sums busy and share each load of the tile.
            Vector512<double> sum0 = Vector512<double>.Zero;
            Vector512<double> sum1 = Vector512<double>.Zero;
            Vector512<double> sum2 = Vector512<double>.Zero;
            Vector512<double> sum3 = Vector512<double>.Zero;
            ref double at = ref center;
            for (int column = 0; column < width; column++)
            {
                Vector512<double> value = Vector512.LoadUnsafe(ref turned, (nuint)column * Lanes.Count);
                Vector512<double> apart0 = value - Vector512.Create(at);
                Vector512<double> apart1 = value - Vector512.Create(Unsafe.Add(ref at, step));
                Vector512<double> apart2 = value - Vector512.Create(Unsafe.Add(ref at, step * 2));
                Vector512<double> apart3 = value - Vector512.Create(Unsafe.Add(ref at, step * 3));
                sum0 = Lanes.MultiplyAdd(apart0, apart0, sum0);
                sum1 = Lanes.MultiplyAdd(apart1, apart1, sum1);
                sum2 = Lanes.MultiplyAdd(apart2, apart2, sum2);
                sum3 = Lanes.MultiplyAdd(apart3, apart3, sum3);
                at = ref Unsafe.Add(ref at, 1);
            }

            found.Take(sum0, number);
            found.Take(sum1, number + 1);
            found.Take(sum2, number + 2);
            found.Take(sum3, number + 3);
            center = ref Unsafe.Add(ref center, step * 4);
        }

        for (; number < count; number++)
        {
            Vector512<double> sum = Vector512<double>.Zero;
            for (int column = 0; column < width; column++)
            {
                Vector512<double> apart = Vector512.LoadUnsafe(ref turned, (nuint)column * Lanes.Count) - Vector512.Create(Unsafe.Add(ref center, column));
                sum = Lanes.MultiplyAdd(apart, apart, sum);
            }

            found.Take(sum, number);
            center = ref Unsafe.Add(ref center, step);
        }

        return found;
    }

    /// <summary>The same of one row: the same centre, to the last bit of the distance.</summary>
    public static (int Number, double Squared) Of(ReadOnlySpan<double> row, ReadOnlySpan<double> centers)
    {
        (int nearest, double least) = (-1, double.PositiveInfinity);
        for (int number = 0; number * row.Length < centers.Length; number++)
        {
            double sum = Squared(row, centers.Slice(number * row.Length, row.Length));
            if (sum < least)
            {
                (nearest, least) = (number, sum);
            }
        }

        return (nearest, least);
    }

    /// <summary>The squared distance of two rows, rounded as the tiles' distances are.</summary>
    public static double Squared(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int column = 0; column < left.Length; column++)
        {
            double apart = left[column] - right[column];
            sum = Math.FusedMultiplyAdd(apart, apart, sum);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(Vector512<double> squared, int number)
    {
        Vector512<double> nearer = Vector512.LessThan(squared, Nearest);
        Second = Lanes.Least(Second, Lanes.Greatest(Nearest, squared));
        Nearest = Lanes.Least(Nearest, squared);
        Number = Vector512.ConditionalSelect(nearer.AsInt64(), Vector512.Create((long)number), Number);
    }
}
