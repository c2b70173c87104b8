using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Whether numbers lie in a range; a missing one, NaN, does not.</summary>
internal sealed class NumberRows(NumberColumn column, ValueRange range) : RowTest
{
    public override void Fill(int first, int rows, Span<ulong> words)
    {
        ReadOnlySpan<double> values = column.Values.Slice(first, rows);
        int whole = rows / WordRows;
        ReadOnlySpan<Vector512<double>> vectors = MemoryMarshal.Cast<double, Vector512<double>>(values[..(whole * WordRows)]);
        var low = Vector512.Create(range.Low);
        var high = Vector512.Create(range.High);
        for (int word = 0; word < whole; word++)
        {
            ulong bits = 0;
            for (int i = 0; i < Vector512<ulong>.Count; i++)
            {
                Vector512<double> value = vectors[(word * Vector512<ulong>.Count) + i];
                bits |= (Vector512.GreaterThanOrEqual(value, low) & Vector512.LessThanOrEqual(value, high)).ExtractMostSignificantBits() << (i * Vector512<double>.Count);
            }

            words[word] = bits;
        }

        if (whole < words.Length)
        {
            words[whole] = 0;
            for (int row = whole * WordRows; row < rows; row++)
            {
                words[whole] |= (range.Contains(values[row]) ? 1UL : 0) << (row % WordRows);
            }
        }
    }
}
