using System.Globalization;

namespace CustomerInsight.Sources;

/// <summary>What builders of records and of activities have in common: the position, the pools, the first reason to give a row up.</summary>
internal abstract class RowBuilder(ColumnMapper mapper)
{
    private readonly List<ValuePool> _pools = [];
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

    public void Fail(string code, string message) => _failure ??= new(Position, code, message);

    protected abstract void Clear();

    protected abstract void Take(int column, MappedColumn mapped, ReadOnlySpan<char> value);

    protected void FailValue(int column, string expected) => Fail(RejectionCodes.InvalidValue, $"{Name(column)} is not {expected}. Correct the value, or say in the options that the column means something else.");

    protected string Pooled(int column, ReadOnlySpan<char> value)
    {
        while (_pools.Count <= column)
        {
            _pools.Add(new ValuePool());
        }

        return _pools[column].Get(value);
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
