namespace CustomerInsight.Matching;

/// <summary>Which true entities the records of each distinct content belong to.</summary>
internal sealed class NodeTruths
{
    private const int Unknown = -1;

    private readonly MatchNodes _nodes;
    private readonly int[] _entities;
    private readonly Dictionary<int, (int Entity, long Records)[]> _mixed = [];

    private NodeTruths(MatchNodes nodes, int[] entities)
    {
        _nodes = nodes;
        _entities = entities;
        for (int node = 0; node < nodes.Count; node++)
        {
            if (nodes.Records(node).Length > 1)
            {
                _mixed.Add(node, [.. Known(node).GroupBy(static entity => entity).Select(static group => (group.Key, group.LongCount())).Order()]);
            }
        }
    }

    public static NodeTruths Of(MatchResult result, Func<RecordKey, string?> truth)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] entities = new int[result.Table.Count];
        for (int record = 0; record < entities.Length; record++)
        {
            string? entity = truth(result.Table.Records[record].Key);
            entities[record] = entity is null ? Unknown : numbers.TryGetValue(entity, out int number) ? number : numbers[entity] = numbers.Count;
        }

        return new NodeTruths(result.Nodes, entities);
    }

    /// <summary>The number of a record's entity, or −1.</summary>
    public int Entity(int record) => _entities[record];

    /// <summary>The pairs of records behind each pair of contents and inside each content, with their weights.</summary>
    public IEnumerable<WeighedPairs> Weighed(MatchResult result)
    {
        for (int i = 0; i < result.Pairs.Count; i++)
        {
            ScoredLink pair = result.Pairs.Nodes[i];
            (long pairs, long truePairs) = Between(pair.Left, pair.Right);
            yield return new WeighedPairs(pair.Weight, pairs, truePairs);
        }

        IPairScorer scorer = result.CreateScorer();
        foreach ((int node, (int Entity, long Records)[] counts) in _mixed)
        {
            int record = _nodes.Representative(node);
            yield return new WeighedPairs(scorer.Weight(record, record), PairwiseQuality.Pairs(counts.Sum(static count => count.Records)), counts.Sum(static count => PairwiseQuality.Pairs(count.Records)));
        }
    }

    public long ComparedTruePairs(MatchResult result)
    {
        long compared = 0;
        Func<int, int, int> firstRule = result.CreateFinder();
        foreach (IGrouping<int, int> entity in Enumerable.Range(0, _entities.Length).Where(record => _entities[record] != Unknown).GroupBy(Entity))
        {
            (int Node, long Records)[] parts = [.. entity.GroupBy(_nodes.NodeOf).Select(static group => (group.Key, group.LongCount())).Order()];
            for (int i = 0; i < parts.Length; i++)
            {
                compared += PairwiseQuality.Pairs(parts[i].Records);
                for (int j = i + 1; j < parts.Length; j++)
                {
                    compared += firstRule(parts[i].Node, parts[j].Node) >= 0 ? parts[i].Records * parts[j].Records : 0;
                }
            }
        }

        return compared;
    }

    private (long Pairs, long TruePairs) Between(int left, int right)
    {
        if (!_mixed.ContainsKey(left) && !_mixed.ContainsKey(right))
        {
            int entity = _entities[_nodes.Representative(left)];
            int other = _entities[_nodes.Representative(right)];
            return entity == Unknown || other == Unknown ? (0, 0) : (1, entity == other ? 1 : 0);
        }

        (int Entity, long Records)[] l = Counts(left);
        (int Entity, long Records)[] r = Counts(right);
        return (l.Sum(static count => count.Records) * r.Sum(static count => count.Records),
            l.Join(r, static count => count.Entity, static count => count.Entity, static (one, other) => one.Records * other.Records).Sum());
    }

    private (int Entity, long Records)[] Counts(int node) =>
        _mixed.TryGetValue(node, out (int Entity, long Records)[]? counts) ? counts : [.. Known(node).Select(static entity => (entity, 1L))];

    private IEnumerable<int> Known(int node) => _nodes.Records(node).ToArray().Select(Entity).Where(static entity => entity != Unknown);

}
