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
    private readonly ConcurrentDictionary<(string Attribute, ValuePart Part), Lazy<WordCounts>> _words = new();
    private readonly BlockingChoice? _chosen;
    private readonly HashSet<(string Attribute, string Part)> _frozen;
    private readonly Lazy<EntityKind[]?> _kinds;

    /// <param name="table">The records.</param>
    /// <param name="nodes">Their contents.</param>
    /// <param name="chosen">Rules that were chosen before: of what they take the rarest words of, the words are as rare as they were then.</param>
    public BlockingColumns(StandardizedTable table, MatchNodes nodes, BlockingChoice? chosen = null)
    {
        Table = table;
        Nodes = nodes;
        _chosen = chosen;
        _frozen = [.. (chosen?.RarestWords ?? []).Select(static part => (part.Attribute, part.Part.Name))];
        _kinds = new Lazy<EntityKind[]?>(KindsOfNodes);
    }

    public StandardizedTable Table { get; }

    public MatchNodes Nodes { get; }

    /// <summary>The kind of each node's entity; null where all are of the first kind, persons.</summary>
    public EntityKind[]? Kinds => _kinds.Value;

    /// <summary>The hashes of a part.</summary>
    /// <exception cref="ArgumentException">The table lacks the attribute.</exception>
    public PartHashes Hashes(BlockingPart part) => _hashes.GetOrAdd(part, key => new Lazy<PartHashes>(() => PartHashes.Of(key.Column(Table), key, Words(key)))).Value;

    /// <summary>What is known of how rare words are that some rules take the rarest of.</summary>
    public ValueList<WordCounts> WordsOf(BlockingChoice choice) => ValueList.From(choice.RarestWords.DistinctBy(static part => (part.Attribute, part.Part)).Select(Words).OfType<WordCounts>());

    /// <summary>The id of each node's value, <see cref="None"/> or <see cref="Several"/>.</summary>
    public int[] Values(StandardizedColumn column) => _values.GetOrAdd(column, key => new Lazy<int[]>(() => ValuesOfNodes(key))).Value;

    /// <summary>Makes a rule ready; the library's own share hashes.</summary>
    public IBlockingKeys Prepare(IBlockingRule rule) => rule is BlockingRule known ? known.Prepare(Hashes) : rule.Prepare(Table);

    private WordCounts? Words(BlockingPart part) =>
        part.Split != PartSplit.RarestWords ? null
        : _frozen.Contains((part.Attribute, part.Part.Name)) ? _chosen!.CountsOf(part)
        : _words.GetOrAdd((part.Attribute, part.Part), key => new Lazy<WordCounts>(() => WordCounts.Of(Table, part.Column(Table), key.Part))).Value;

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
