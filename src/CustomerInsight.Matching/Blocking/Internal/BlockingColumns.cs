using System.Collections.Concurrent;

namespace CustomerInsight.Matching;

/// <summary>What blocking reads of one table's nodes, made once for all the rules of a run.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class BlockingColumns
{
    /// <summary>A node has no value.</summary>
    public const int None = -1;

    /// <summary>A node has more than one value.</summary>
    public const int Several = -2;

    private readonly ConcurrentDictionary<BlockingPart, Lazy<PartHashes>> _hashes = new();
    private readonly ConcurrentDictionary<StandardizedColumn, Lazy<int[]>> _values = new();
    private readonly Lazy<EntityKind[]?> _kinds;

    public BlockingColumns(StandardizedTable table, MatchNodes nodes)
    {
        Table = table;
        Nodes = nodes;
        _kinds = new Lazy<EntityKind[]?>(KindsOfNodes);
    }

    public StandardizedTable Table { get; }

    public MatchNodes Nodes { get; }

    /// <summary>The kind of each node's entity; null where all are of the first kind, persons.</summary>
    public EntityKind[]? Kinds => _kinds.Value;

    /// <summary>The hashes of a part.</summary>
    /// <exception cref="ArgumentException">The table lacks the attribute.</exception>
    public PartHashes Hashes(BlockingPart part) => _hashes.GetOrAdd(part, key => new Lazy<PartHashes>(() => key.Hashes(Table))).Value;

    /// <summary>The id of each node's value, <see cref="None"/> or <see cref="Several"/>.</summary>
    public int[] Values(StandardizedColumn column) => _values.GetOrAdd(column, key => new Lazy<int[]>(() => ValuesOfNodes(key))).Value;

    /// <summary>Makes a rule ready; the library's own share hashes.</summary>
    public IBlockingKeys Prepare(IBlockingRule rule) => rule is BlockingRule known ? known.Prepare(Hashes) : rule.Prepare(Table);

    private int[] ValuesOfNodes(StandardizedColumn column)
    {
        int[] values = new int[Nodes.Count];
        for (int node = 0; node < values.Length; node++)
        {
            ReadOnlySpan<int> ids = column.Ids(Nodes.Representative(node));
            values[node] = ids.Length == 1 ? ids[0] : ids.Length == 0 ? None : Several;
        }

        return values;
    }

    private EntityKind[]? KindsOfNodes()
    {
        var kinds = new EntityKind[Nodes.Count];
        for (int node = 0; node < kinds.Length; node++)
        {
            kinds[node] = Table.Records[Nodes.Representative(node)].EntityKind;
        }

        return Array.Exists(kinds, static kind => kind != 0) ? kinds : null;
    }
}
