namespace CustomerInsight.Sources;

/// <summary>Some rows of delimited text, taken apart: the fields of all in one buffer.</summary>
/// <param name="columns">The columns whose fields are kept.</param>
internal sealed class CsvBatch(int[] columns)
{
    private const int MostBytes = 64 * 1024;
    private const int MostFields = 8 * 1024;
    private const int FewestRows = 4;
    private const int MostRows = 512;

    private readonly long[] _lines = new long[RowsOf(columns)];
    private readonly long[] _lastLines = new long[RowsOf(columns)];
    private readonly RowRejection?[] _rejections = new RowRejection?[RowsOf(columns)];

    // Where each field begins; it ends where the next begins.
    private readonly int[] _starts = new int[(RowsOf(columns) * columns.Length) + 1];
    private byte[] _bytes = new byte[MostBytes];
    private int _used;

    public ReadOnlySpan<int> Columns => columns;

    public int Count { get; private set; }

    public bool IsFull => Count == _lines.Length || _used >= MostBytes;

    public long Line(int row) => _lines[row];

    public long LastLine(int row) => _lastLines[row];

    public RowRejection? Rejection(int row) => _rejections[row];

    /// <summary>A field of a row that was not rejected.</summary>
    /// <param name="row">The row's place in the batch.</param>
    /// <param name="index">The column's place in <see cref="Columns"/>.</param>
    public ReadOnlySpan<byte> Field(int row, int index)
    {
        int field = (row * columns.Length) + index;
        return _bytes.AsSpan(_starts[field], _starts[field + 1] - _starts[field]);
    }

    /// <summary>Takes the row at which the reader stands.</summary>
    public void Add(CsvRows rows)
    {
        _lines[Count] = rows.Line;
        _lastLines[Count] = rows.LastLine;
        _rejections[Count] = rows.Rejection;
        int field = Count * columns.Length;
        foreach (int column in columns)
        {
            ReadOnlySpan<byte> value = rows.Rejection is null ? rows.Field(column) : [];
            Reserve(value.Length);
            value.CopyTo(_bytes.AsSpan(_used));
            _used += value.Length;
            _starts[++field] = _used;
        }

        Count++;
    }

    public void Clear()
    {
        (Count, _used) = (0, 0);
        if (_bytes.Length > 4 * MostBytes)
        {
            _bytes = new byte[MostBytes];
        }
    }

    private static int RowsOf(int[] columns) => Math.Clamp(MostFields / Math.Max(columns.Length, 1), FewestRows, MostRows);

    private void Reserve(int length)
    {
        if (_used + length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + length));
        }
    }
}
