using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Whether days lie in a range; a missing one, −1, does not.</summary>
internal sealed class DayRows : RowTest
{
    private readonly DateColumn _column;
    private readonly int _low;
    private readonly int _high;

    public DayRows(DateColumn column, ValueRange range)
    {
        _column = column;
        _low = (int)Math.Ceiling(Math.Clamp(range.Low, 0, int.MaxValue));
        _high = (int)Math.Floor(Math.Clamp(range.High, -1, int.MaxValue));
    }

    public override void Fill(int first, int rows, Span<ulong> words)
    {
        ReadOnlySpan<int> days = _column.Days.Slice(first, rows);
        int whole = rows / WordRows;
        ReadOnlySpan<Vector512<int>> vectors = MemoryMarshal.Cast<int, Vector512<int>>(days[..(whole * WordRows)]);
        var low = Vector512.Create(_low);
        var high = Vector512.Create(_high);
        int perWord = WordRows / Vector512<int>.Count;
        for (int word = 0; word < whole; word++)
        {
            ulong bits = 0;
            for (int i = 0; i < perWord; i++)
            {
                Vector512<int> day = vectors[(word * perWord) + i];
                bits |= (Vector512.GreaterThanOrEqual(day, low) & Vector512.LessThanOrEqual(day, high)).ExtractMostSignificantBits() << (i * Vector512<int>.Count);
            }

            words[word] = bits;
        }

        if (whole < words.Length)
        {
            words[whole] = 0;
            for (int row = whole * WordRows; row < rows; row++)
            {
                words[whole] |= (days[row] >= _low && days[row] <= _high ? 1UL : 0) << (row % WordRows);
            }
        }
    }
}
