namespace CustomerInsight.Matching;

/// <summary>Constraints looked up for the records of one table.</summary>
internal sealed class RecordConstraints
{
    private const int NoSource = -1;

    private readonly StandardizedTable _table;
    private readonly bool[]? _asserted;
    private readonly int[]? _sources;

    public RecordConstraints(MatchConstraints constraints, StandardizedTable table)
    {
        _table = table;
        Sources = ValueList.From(constraints.DuplicateFreeSources.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        if (Sources.Count > 0)
        {
            var numbers = Sources.Select(static (source, i) => KeyValuePair.Create(source, i)).ToDictionary(StringComparer.Ordinal);
            _sources = [.. table.Records.Select(record => numbers.GetValueOrDefault(record.Key.Source, NoSource))];
        }

        var same = new List<NodePair>();
        var different = new List<NodePair>();
        foreach (Assertion assertion in constraints.Assertions.Distinct())
        {
            int left = Find(assertion.Left);
            int right = Find(assertion.Right);
            if (left < 0 || right < 0)
            {
                Unknown++;
                continue;
            }

            (assertion.Kind == AssertionKind.Same ? same : different).Add(new NodePair(left, right));
            _asserted ??= new bool[table.Count];
            _asserted[left] = _asserted[right] = true;
        }

        Same = same;
        Different = different;
    }

    /// <summary>The duplicate-free sources in ordinal order.</summary>
    public ValueList<string> Sources { get; }

    /// <summary>The records that a person said are one entity.</summary>
    public IReadOnlyList<NodePair> Same { get; }

    /// <summary>The records that a person said are different.</summary>
    public IReadOnlyList<NodePair> Different { get; }

    /// <summary>How many assertions name a record that is not there.</summary>
    public int Unknown { get; }

    /// <summary>Whether anything is said of single records, so that equal contents need not be one node.</summary>
    public bool Any => _asserted is not null || _sources is not null;

    /// <summary>Whether a person said something about a record: it is a node of its own then.</summary>
    public bool IsAsserted(int record) => _asserted is not null && _asserted[record];

    /// <summary>The position of a record's source among <see cref="Sources"/>, or −1.</summary>
    public int Source(int record) => _sources is null ? NoSource : _sources[record];

    /// <summary>Whether two nodes hold records of one duplicate-free source, so that comparing them is of no use.</summary>
    public bool AreExclusive(MatchNodes nodes, int left, int right)
    {
        if (_sources is null)
        {
            return false;
        }

        foreach (int record in nodes.Records(left))
        {
            int source = _sources[record];
            if (source == NoSource)
            {
                continue;
            }

            foreach (int other in nodes.Records(right))
            {
                if (_sources[other] == source)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int Find(RecordKey key)
    {
        int from = 0;
        int to = _table.Count - 1;
        while (from <= to)
        {
            int middle = from + ((to - from) / 2);
            int order = _table.Records[middle].Key.CompareTo(key);
            if (order == 0)
            {
                return middle;
            }

            (from, to) = order < 0 ? (middle + 1, to) : (from, middle - 1);
        }

        return -1;
    }
}
