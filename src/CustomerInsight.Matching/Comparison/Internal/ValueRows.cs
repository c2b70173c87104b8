namespace CustomerInsight.Matching;

/// <summary>For each record the value of a few columns side by side, so that one look at memory fetches all that a pair is compared by.</summary>
internal sealed class ValueRows
{
    /// <summary>Stands for no value.</summary>
    public const int None = -1;

    /// <summary>Stands for several values.</summary>
    public const int Several = -2;

    private const int RecordsPerTask = 1 << 12;

    private readonly int[] _values;

    /// <summary>Puts columns side by side; a null column reads as <see cref="Several"/>.</summary>
    public ValueRows(IReadOnlyList<StandardizedColumn?> columns, int records, int threads)
    {
        Columns = columns.Count;
        _values = new int[(long)records * Columns];

        // By ranges of records: threads that write into the same lines of memory wait for each other.
        Parallel.For(0, (records + RecordsPerTask - 1) / RecordsPerTask, new ParallelOptions { MaxDegreeOfParallelism = threads }, task =>
        {
            for (int position = 0; position < Columns; position++)
            {
                Fill(columns[position], position, task * RecordsPerTask, Math.Min(records, (task + 1) * RecordsPerTask));
            }
        });
    }

    public int Columns { get; }

    public ReadOnlySpan<int> this[int record] => _values.AsSpan(record * Columns, Columns);

    /// <summary>The one value of a record, <see cref="None"/> or <see cref="Several"/>.</summary>
    public static int Single(StandardizedColumn column, int record) => column.Ids(record) switch { [] => None, [var only] => only, _ => Several };

    private void Fill(StandardizedColumn? column, int position, int from, int to)
    {
        ReadOnlySpan<int> ids = column is null ? [] : column.SingleIds;
        for (int record = from; record < to; record++)
        {
            _values[(record * Columns) + position] = column is null ? Several : ids.IsEmpty ? Single(column, record) : ids[record];
        }
    }
}
