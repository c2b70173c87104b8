namespace CustomerInsight.Models;

/// <summary>Whether sets hold at least one of the texts wanted.</summary>
internal sealed class TextSetRows : RowTest
{
    private readonly TextSetColumn _column;
    private readonly bool[] _wanted;
    private readonly ulong _wantedBits;

    public TextSetRows(TextSetColumn column, Func<string, bool> wanted)
    {
        _column = column;
        _wanted = new bool[column.Distinct.Length];
        for (int code = 0; code < _wanted.Length; code++)
        {
            _wanted[code] = wanted(column.Distinct[code]);
            _wantedBits |= (_wanted[code] ? 1UL : 0) << code;
        }
    }

    public override void Fill(int first, int rows, Span<ulong> words)
    {
        words.Clear();
        if (_column.Bits is { } bits)
        {
            ReadOnlySpan<ulong> sets = bits.AsSpan(first, rows);
            for (int row = 0; row < sets.Length; row++)
            {
                words[row / WordRows] |= ((sets[row] & _wantedBits) != 0 ? 1UL : 0) << (row % WordRows);
            }

            return;
        }

        for (int row = 0; row < rows; row++)
        {
            foreach (int code in _column.Codes(first + row))
            {
                if (_wanted[code])
                {
                    words[row / WordRows] |= 1UL << (row % WordRows);
                    break;
                }
            }
        }
    }
}
