namespace CustomerInsight.Models;

/// <summary>Where a number of periods after the start belongs among the columns of a table.</summary>
internal sealed class RetentionColumns
{
    // By period: the column it is in or −1, and the first column that ends in it or later.
    private readonly int[] _columnOf;
    private readonly int[] _endsIn;
    private readonly bool _unbounded;

    public RetentionColumns(RetentionKind kind, ValueList<RetentionPeriod> columns)
    {
        _unbounded = kind == RetentionKind.Unbounded;
        Count = columns.Count;
        int last = columns[^1].Last ?? columns[^1].First;
        _columnOf = new int[last + 1];
        _endsIn = new int[last + 1];
        int column = 0;
        for (int period = 0; period <= last; period++)
        {
            column += period > (columns[column].Last ?? columns[column].First) ? 1 : 0;
            _endsIn[period] = column;
            _columnOf[period] = period >= columns[column].First ? column : -1;
        }
    }

    /// <summary>How many columns there are.</summary>
    public int Count { get; }

    /// <summary>The column that a period is in; −1 for a period between or after the columns.</summary>
    public int ColumnOf(long period) => period < _columnOf.Length ? _columnOf[period] : -1;

    /// <summary>The first column that ends in a period or later, to whose cumulative revenue the period adds; <see cref="Count"/> after the last.</summary>
    public int EndsIn(long period) => period < _endsIn.Length ? _endsIn[period] : Count;

    /// <summary>The last column that a return in a period counts for; −1 for none. For unbounded retention it counts for all columns before too.</summary>
    public int ReturnsIn(long period) => !_unbounded ? ColumnOf(period)
        : period >= _columnOf.Length ? Count - 1
        : _columnOf[period] >= 0 ? _columnOf[period] : _endsIn[period] - 1;

    /// <summary>How many columns are over when that many periods are.</summary>
    public int Over(long periods) => periods <= 0 ? 0 : periods >= _endsIn.Length ? Count : _endsIn[periods];
}
