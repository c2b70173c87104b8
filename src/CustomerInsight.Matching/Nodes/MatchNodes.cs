using System.Buffers;

namespace CustomerInsight.Matching;

/// <summary>The distinct contents of a table: records that say the same, key and time aside, are one node.</summary>
/// <remarks>
/// Matching works on nodes, so that ten thousand copies of a record cost as much as one, and a value's frequency counts contents, not copies.
/// Where sources are told apart (<see cref="LinkMode"/>), a content that several sources hold is a node of each; one with an identifier that expires is a node of each time.
/// </remarks>
internal sealed class MatchNodes
{
    private readonly int[] _starts;
    private readonly int[] _records;
    private readonly int[] _representatives;
    private readonly int[] _nodes;

    private readonly int[] _sources;

    private MatchNodes(LinkMode mode, int[] starts, int[] records, int[] nodes, int[] sources)
    {
        Mode = mode;
        _starts = starts;
        _records = records;
        _representatives = new int[starts.Length - 1];
        for (int node = 0; node < _representatives.Length; node++)
        {
            _representatives[node] = records[starts[node]];
        }

        _nodes = nodes;
        _sources = sources;
        Pairs = mode == LinkMode.DedupeAndLink ? AllPairs : PairsAmong([.. Enumerable.Range(0, Count)]);
    }

    public LinkMode Mode { get; }

    public int Count => _starts.Length - 1;

    /// <summary>How many pairs may be compared.</summary>
    public long Pairs { get; }

    /// <summary>How many pairs there are, also of nodes that may not meet: what it costs to look at each.</summary>
    public long AllPairs => PairsOf(Count);

    /// <summary>The node's records, rising; the first stands for the node.</summary>
    public ReadOnlySpan<int> Records(int node) => _records.AsSpan(_starts[node].._starts[node + 1]);

    public int Representative(int node) => _representatives[node];

    public int NodeOf(int record) => _nodes[record];

    /// <summary>The number of a node's source; 0 for all where sources are not told apart.</summary>
    public int Source(int node) => Mode == LinkMode.DedupeAndLink ? 0 : _sources[node];

    /// <summary>Each record by itself, copies too.</summary>
    public static MatchNodes Separate(StandardizedTable table, LinkMode mode = LinkMode.DedupeAndLink) =>
        Make(table, mode, [.. Enumerable.Range(0, table.Count + 1)], [.. Enumerable.Range(0, table.Count)], [.. Enumerable.Range(0, table.Count)]);

    /// <summary>Says whether two nodes may be compared, by their sources.</summary>
    public bool MayMeet(int left, int right) => Mode == LinkMode.DedupeAndLink || (_sources[left] == _sources[right]) == (Mode == LinkMode.DedupeOnly);

    /// <summary>How many pairs of some nodes may be compared.</summary>
    public long PairsAmong(ReadOnlySpan<int> nodes)
    {
        long all = PairsOf(nodes.Length);
        if (Mode == LinkMode.DedupeAndLink || nodes.Length < 2)
        {
            return all;
        }

        // Sorted rather than counted by source: there may be far more sources than nodes.
        int[] rented = ArrayPool<int>.Shared.Rent(nodes.Length);
        Span<int> sources = rented.AsSpan(0, nodes.Length);
        for (int i = 0; i < nodes.Length; i++)
        {
            sources[i] = _sources[nodes[i]];
        }

        sources.Sort();
        long same = 0;
        int alike = 0;
        for (int i = 1; i < sources.Length; i++)
        {
            alike = sources[i] == sources[i - 1] ? alike + 1 : 0;
            same += alike;
        }

        ArrayPool<int>.Shared.Return(rented);
        return Mode == LinkMode.DedupeOnly ? same : all - same;
    }

    /// <summary>
    /// Groups the records; nodes come by rising first record. A record that a person said something about is a node of its own, and no node holds
    /// two records of a duplicate-free source.
    /// </summary>
    public static MatchNodes Of(StandardizedTable table, LinkMode mode = LinkMode.DedupeAndLink, RecordConstraints? constraints = null, IdentifierPolicies? identifiers = null)
    {
        var copies = constraints is { Any: true } ? new ConstrainedCopies(constraints) : null;
        var contents = new ContentTable(table, bySource: mode != LinkMode.DedupeAndLink, identifiers ?? IdentifierPolicies.Default);
        int[] node = new int[table.Count];
        int count = 0;
        for (int record = 0; record < node.Length; record++)
        {
            int first = constraints is not null && constraints.IsAsserted(record) ? record : contents.FirstLike(record);
            int own = first == record ? count : node[first];
            node[record] = copies?.Place(record, own, count) ?? own;
            count += node[record] == count ? 1 : 0;
        }

        int[] starts = new int[count + 1];
        foreach (int of in node)
        {
            starts[of + 1]++;
        }

        for (int i = 0; i < count; i++)
        {
            starts[i + 1] += starts[i];
        }

        int[] records = new int[table.Count];
        int[] next = starts[..^1];
        for (int record = 0; record < table.Count; record++)
        {
            records[next[node[record]]++] = record;
        }

        return Make(table, mode, starts, records, node);
    }

    private static MatchNodes Make(StandardizedTable table, LinkMode mode, int[] starts, int[] records, int[] nodes)
    {
        int[] sources = mode == LinkMode.DedupeAndLink ? [] : Sources(table, starts, records);
        return new MatchNodes(mode, starts, records, nodes, sources);
    }

    private static long PairsOf(long nodes) => nodes * (nodes - 1) / 2;

    private static int[] Sources(StandardizedTable table, int[] starts, int[] records)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] sources = new int[starts.Length - 1];
        for (int node = 0; node < sources.Length; node++)
        {
            string source = table.Records[records[starts[node]]].Key.Source;
            if (!numbers.TryGetValue(source, out sources[node]))
            {
                sources[node] = numbers.Count;
                numbers.Add(source, numbers.Count);
            }
        }

        return sources;
    }
}
