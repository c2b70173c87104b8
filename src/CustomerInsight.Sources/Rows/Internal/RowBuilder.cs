using System.Globalization;

namespace CustomerInsight.Sources;

/// <summary>What builders of records and of activities have in common: the position, the pools, the first reason to give a row up.</summary>
internal abstract class RowBuilder(ColumnMapper mapper)
{
    private readonly Utf8Text _text = new();
    private ValuePool[] _pools = [];
    private MappedColumn[] _columns = [];
    private RowRejection? _failure;

    protected ColumnMapper Mapper { get; } = mapper;

    protected long Position { get; private set; }

    protected RowRejection? Failure => _failure;

    public bool Needs(int column) => Column(column).Role != ColumnRole.Ignored;

    public void Begin(long position)
    {
        Position = position;
        _failure = null;
        Clear();
    }

    public void Add(int column, ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.IsEmpty || _failure is not null)
        {
            return;
        }

        if (value.Contains('\0'))
        {
            Fail(RejectionCodes.Malformed, $"{Name(column)} holds a NUL character. Check that the source is text in the stated encoding.");
            return;
        }

        Take(column, Column(column), value);
    }

    public void Take(CsvBatch batch, int row)
    {
        Begin(batch.Line(row));
        ReadOnlySpan<int> columns = batch.Columns;
        for (int i = 0; i < columns.Length; i++)
        {
            Add(columns[i], batch.Field(row, i));
        }
    }

    public void Expect(CsvBatch batch, int from, int to)
    {
        for (int i = 0; i < batch.Columns.Length; i++)
        {
            if (batch.Columns[i] < _pools.Length)
            {
                _pools[batch.Columns[i]].Expect(batch, i, from, to);
            }
        }
    }

    public void Fail(string code, string message) => _failure ??= new(Position, code, message);

    protected abstract void Clear();

    protected abstract void Take(int column, MappedColumn mapped, ReadOnlySpan<char> value);

    /// <summary>Takes a value without white space around it and without NUL, if that needs no decoding.</summary>
    protected virtual bool TryTake(int column, MappedColumn mapped, ReadOnlySpan<byte> utf8) => false;

    protected void FailValue(int column, string expected) => Fail(RejectionCodes.InvalidValue, $"{Name(column)} is not {expected}. Correct the value, or say in the options that the column means something else.");

    protected AttributeValues Pooled(int column, ReadOnlySpan<char> value) => Pool(column).Get(value);

    protected AttributeValues Pooled(int column, ReadOnlySpan<byte> utf8) => Pool(column).Get(utf8);

    private void Add(int column, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || _failure is not null)
        {
            return;
        }

        if (!IsPlain(utf8) || !TryTake(column, Column(column), utf8))
        {
            Add(column, _text.Decode(utf8));
        }
    }

    // What begins and ends with ASCII that is no white space has none of any kind around it.
    private static bool IsPlain(ReadOnlySpan<byte> utf8) => utf8[0] is > (byte)' ' and < 0x7F && utf8[^1] is > (byte)' ' and < 0x7F && !utf8.Contains((byte)0);

    private ValuePool Pool(int column)
    {
        if (column >= _pools.Length)
        {
            _pools = [.. _pools, .. Enumerable.Range(_pools.Length, column + 1 - _pools.Length).Select(static _ => new ValuePool())];
        }

        return _pools[column];
    }

    // Columns are only ever added, so a copy holds good for those it has.
    private MappedColumn Column(int column)
    {
        if (column >= _columns.Length)
        {
            _columns = [.. Mapper.Columns];
        }

        return _columns[column];
    }

    // By position: in a file without a header the names would be a person's values.
    protected static string Name(int column) => string.Create(CultureInfo.InvariantCulture, $"Column {column + 1}");
}
