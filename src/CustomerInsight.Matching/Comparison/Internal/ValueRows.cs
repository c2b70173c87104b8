namespace CustomerInsight.Matching;

/// <summary>For each record the value of a few columns side by side, so that one look at memory fetches all that a pair is compared by.</summary>
internal sealed class ValueRows
{
    /// <summary>Stands for no value.</summary>
    public const int None = -1;

    /// <summary>Stands for several values.</summary>
    public const int Several = -2;

    private readonly int[] _values;

    /// <summary>Puts columns side by side; a null column has no place of its own and reads as <see cref="Several"/>.</summary>
    public ValueRows(IReadOnlyList<StandardizedColumn?> columns, int records)
    {
        Columns = columns.Count;
        _values = new int[records * Columns];
        Parallel.For(0, Columns, position =>
        {
            StandardizedColumn? column = columns[position];
            for (int record = 0; record < records; record++)
            {
                _values[(record * Columns) + position] = column is null ? Several : Single(column, record);
            }
        });
    }

    public int Columns { get; }

    /// <summary>The one value of a record, <see cref="None"/> or <see cref="Several"/>.</summary>
    public static int Single(StandardizedColumn column, int record) => column.Ids(record) switch { [] => None, [var only] => only, _ => Several };

    public ReadOnlySpan<int> this[int record] => _values.AsSpan(record * Columns, Columns);
}
