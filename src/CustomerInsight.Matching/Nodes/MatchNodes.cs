namespace CustomerInsight.Matching;

/// <summary>The distinct contents of a table: records that say the same, key and time aside, are one node.</summary>
/// <remarks>
/// Matching works on nodes, so that ten thousand copies of a record cost as much as one, and a value's frequency counts contents, not copies.
/// </remarks>
internal sealed class MatchNodes
{
    private readonly int[] _starts;
    private readonly int[] _records;
    private readonly int[] _nodes;

    private MatchNodes(int[] starts, int[] records, int[] nodes)
    {
        _starts = starts;
        _records = records;
        _nodes = nodes;
    }

    public int Count => _starts.Length - 1;

    /// <summary>The node's records, rising; the first stands for the node.</summary>
    public ReadOnlySpan<int> Records(int node) => _records.AsSpan(_starts[node].._starts[node + 1]);

    public int Representative(int node) => _records[_starts[node]];

    public int NodeOf(int record) => _nodes[record];

    /// <summary>Each record by itself, copies too.</summary>
    public static MatchNodes Separate(StandardizedTable table) => new([.. Enumerable.Range(0, table.Count + 1)], [.. Enumerable.Range(0, table.Count)], [.. Enumerable.Range(0, table.Count)]);

    /// <summary>
    /// Groups the records; nodes come by rising first record. A record that a person said something about is a node of its own, and no node holds
    /// two records of a duplicate-free source.
    /// </summary>
    public static MatchNodes Of(StandardizedTable table, RecordConstraints? constraints = null)
    {
        var copies = constraints is { Any: true } ? new ConstrainedCopies(constraints) : null;
        var content = new ContentComparer(table);
        var nodeOf = new Dictionary<int, int>(table.Count, content);
        int[] node = new int[table.Count];
        var sizes = new List<int>();
        for (int record = 0; record < table.Count; record++)
        {
            if (constraints is not null && constraints.IsAsserted(record))
            {
                node[record] = sizes.Count;
            }
            else if (!nodeOf.TryGetValue(record, out node[record]))
            {
                node[record] = sizes.Count;
                nodeOf.Add(record, sizes.Count);
            }

            node[record] = copies?.Place(record, node[record], sizes.Count) ?? node[record];
            if (node[record] == sizes.Count)
            {
                sizes.Add(0);
            }

            sizes[node[record]]++;
        }

        int[] starts = new int[sizes.Count + 1];
        for (int i = 0; i < sizes.Count; i++)
        {
            starts[i + 1] = starts[i] + sizes[i];
        }

        int[] records = new int[table.Count];
        int[] next = starts[..^1];
        for (int record = 0; record < table.Count; record++)
        {
            records[next[node[record]]++] = record;
        }

        return new MatchNodes(starts, records, node);
    }
}
