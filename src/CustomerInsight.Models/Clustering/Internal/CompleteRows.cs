using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Finds the rows that have a finite number for every feature.</summary>
internal static class CompleteRows
{
    /// <summary>The numbers of those rows, rising; null where all rows are complete.</summary>
    /// <exception cref="ArgumentException">A number is finite but too large to be squared.</exception>
    public static int[]? Find(FeatureMatrix data, ParallelOptions parallel)
    {
        int width = data.Columns.Count;
        int size = RowChunks.RowsFor(width);
        bool[] plain = new bool[RowChunks.Count(data.Rows, size)];
        RowChunks.For(data.Rows, size, parallel, (chunk, from, to) => plain[chunk] = AllWithin(data.Array.AsSpan(from * width, (to - from) * width)));
        if (Array.TrueForAll(plain, static chunk => chunk))
        {
            return null;
        }

        var complete = new List<int>(data.Rows);
        for (int row = 0; row < data.Rows; row++)
        {
            if (plain[row / size] || IsComplete(data, row))
            {
                complete.Add(row);
            }
        }

        return complete.Count == data.Rows ? null : [.. complete];
    }

    /// <summary>Whether all numbers are finite and small enough to be squared. A comparison with what is not a number is false.</summary>
    private static bool AllWithin(ReadOnlySpan<double> values)
    {
        var largest = Vector512.Create(FeatureRows.Largest);
        ref double first = ref MemoryMarshal.GetReference(values);
        int at = 0;
        for (; at <= values.Length - Vector512<double>.Count; at += Vector512<double>.Count)
        {
            if (!Vector512.LessThanOrEqualAll(Vector512.Abs(Vector512.LoadUnsafe(ref first, (nuint)at)), largest))
            {
                return false;
            }
        }

        for (; at < values.Length; at++)
        {
            if (!(Math.Abs(values[at]) <= FeatureRows.Largest))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsComplete(FeatureMatrix data, int row)
    {
        ReadOnlySpan<double> values = data.Row(row);
        for (int column = 0; column < values.Length; column++)
        {
            if (!double.IsFinite(values[column]))
            {
                return false;
            }
        }

        for (int column = 0; column < values.Length; column++)
        {
            if (Math.Abs(values[column]) > FeatureRows.Largest)
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {row} has more than {FeatureRows.Largest} in size as its '{data.Columns[column]}': no distance can be measured. Give the feature in another unit, or as missing."), nameof(data));
            }
        }

        return true;
    }
}
