namespace CustomerInsight;

/// <summary>Collects the ids of the values of each record: one number a record for as long as none has several.</summary>
internal sealed class ColumnIds
{
    private const int Missing = -1;
    private readonly int[] _single;
    private int[]? _starts;
    private List<int> _all = [];
    private int _last = -1;

    public ColumnIds(int records)
    {
        _single = new int[records];
        _single.AsSpan().Fill(Missing);
    }

    /// <summary>How many records there are.</summary>
    public int Records => _single.Length;

    /// <summary>Adds a value to a record, unless the record has it; records come in rising order.</summary>
    public void Add(int record, int id)
    {
        if (_starts is not null)
        {
            AddFurther(record, id);
        }
        else if (_single[record] == Missing)
        {
            _single[record] = id;
        }
        else if (_single[record] != id)
        {
            Widen(record);
            AddFurther(record, id);
        }
    }

    public StandardizedColumn ToColumn(AttributeDefinition attribute, IStandardizer standardizer, string[] values)
    {
        if (_starts is null)
        {
            return new(attribute, standardizer, values, null, _single);
        }

        EndRecordsBefore(Records);
        return new(attribute, standardizer, values, _starts, [.. _all]);
    }

    private void AddFurther(int record, int id)
    {
        EndRecordsBefore(record);
        if (_all.IndexOf(id, _starts![record]) < 0)
        {
            _all.Add(id);
        }
    }

    /// <summary>Writes where the records up to one start.</summary>
    private void EndRecordsBefore(int record)
    {
        while (_last < record)
        {
            _starts![++_last] = _all.Count;
        }
    }

    private void Widen(int record)
    {
        _starts = new int[Records + 1];
        _all = new List<int>(Records + 1);
        for (int i = 0; i <= record; i++)
        {
            EndRecordsBefore(i);
            if (_single[i] != Missing)
            {
                _all.Add(_single[i]);
            }
        }
    }
}
