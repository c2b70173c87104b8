using System.Collections.Concurrent;
using System.Numerics;

namespace CustomerInsight.Matching;

/// <summary>What rules find for a random sample of the nodes, the anchors: enough to know what a rule costs without building its blocks.</summary>
internal sealed class RuleSurvey
{
    // As many numbers of 16 bits as fit into a key.
    private const int MostMarked = 4;
    private const int NodesPerRange = 1 << 14;

    private readonly BlockingColumns _columns;
    private readonly MatchNodes _nodes;
    private readonly int _largestBlock;
    private readonly ParallelOptions _parallel;
    private readonly ConcurrentDictionary<PartHashes, Lazy<AnchorMarks?>> _marks = new();

    public RuleSurvey(BlockingColumns columns, MatchingOptions options, int anchors, ParallelOptions parallel)
    {
        _columns = columns;
        _nodes = columns.Nodes;
        _largestBlock = options.LargestBlock;
        _parallel = parallel;
        Anchors = Draw(_nodes.Count, anchors, options.Seed);
    }

    /// <summary>The sampled nodes, in random order.</summary>
    public int[] Anchors { get; }

    public PartHashes Hashes(BlockingPart part) => _columns.Hashes(part);

    /// <summary>Looks at rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="mostPairs">With more pairs a record than this a rule is too wide to be looked at to the end.</param>
    /// <returns>One for each, in order.</returns>
    public RuleSighting[] Look(IReadOnlyList<IBlockingRule> rules, double mostPairs)
    {
        // Parts first, so that no thread waits for another's.
        BlockingPart[] parts = [.. rules.OfType<BlockingRule>().SelectMany(static rule => rule.Parts).Distinct()];
        Parallel.For(0, parts.Length, _parallel, i => Marks(Hashes(parts[i])));
        var sightings = new RuleSighting[rules.Count];
        Parallel.For(0, rules.Count, _parallel, i => sightings[i] = Look(rules[i], mostPairs));
        return sightings;
    }

    private AnchorMarks? Marks(PartHashes hashes) => _marks.GetOrAdd(hashes, key => new Lazy<AnchorMarks?>(() => AnchorMarks.Of(key, Anchors, _columns))).Value;

    private RuleSighting Look(IBlockingRule rule, double mostPairs)
    {
        var blocks = new AnchorBlocks(Anchors.Length, _largestBlock);
        IBlockingKeys source = _columns.Prepare(rule);
        List<int>[] own = source is PartKeys parts && MarksOf(parts) is { } marks ? ByMarks(marks, blocks) : ByKeys(source, blocks);
        long most = double.IsInfinity(mostPairs) ? long.MaxValue : (long)(mostPairs * 2 * Anchors.Length);
        return Pairs(rule, blocks, own, most);
    }

    /// <summary>The marks of a rule's parts, or null where not all can be marked, or the keys are not joined in order.</summary>
    private AnchorMarks[]? MarksOf(PartKeys keys)
    {
        if (keys.AnyOrder || keys.Parts.Length > MostMarked || _columns.Kinds is not null)
        {
            return null;
        }

        AnchorMarks?[] marks = [.. keys.Parts.Select(Marks)];
        return Array.TrueForAll(marks, static part => part is not null) ? marks.OfType<AnchorMarks>().ToArray() : null;
    }

    /// <summary>Finds the nodes that have an anchor's hash of every part: numbers of 16 bits, many at once.</summary>
    /// <returns>The blocks of each anchor.</returns>
    private List<int>[] ByMarks(AnchorMarks[] parts, AnchorBlocks blocks)
    {
        var own = new List<int>[Anchors.Length];
        for (int anchor = 0; anchor < own.Length; anchor++)
        {
            own[anchor] = Array.TrueForAll(parts, part => part.OfNodes[Anchors[anchor]] != 0) ? [blocks.Open(Key(parts, Anchors[anchor]))] : [];
        }

        int node = 0;
        for (; node <= _nodes.Count - Vector<ushort>.Count; node += Vector<ushort>.Count)
        {
            if (node % NodesPerRange == 0)
            {
                _parallel.CancellationToken.ThrowIfCancellationRequested();
            }

            Vector<ushort> none = Vector<ushort>.Zero;
            foreach (AnchorMarks part in parts)
            {
                none |= Vector.Equals(new Vector<ushort>(part.OfNodes[node..]), Vector<ushort>.Zero);
            }

            if (Vector.EqualsAll(none, Vector<ushort>.AllBitsSet))
            {
                continue;
            }

            for (int lane = 0; lane < Vector<ushort>.Count; lane++)
            {
                if (none[lane] == 0)
                {
                    blocks.Add(Key(parts, node + lane), node + lane);
                }
            }
        }

        for (; node < _nodes.Count; node++)
        {
            if (Array.TrueForAll(parts, part => part.OfNodes[node] != 0))
            {
                blocks.Add(Key(parts, node), node);
            }
        }

        return own;
    }

    private static ulong Key(AnchorMarks[] parts, int node)
    {
        ulong key = 0;
        foreach (AnchorMarks part in parts)
        {
            key = (key << 16) | part.OfNodes[node];
        }

        return key;
    }

    /// <summary>Makes the keys of all nodes.</summary>
    /// <returns>The blocks of each anchor.</returns>
    private List<int>[] ByKeys(IBlockingKeys source, AnchorBlocks blocks)
    {
        var ofOne = new BlockKeys(source, _columns);
        var own = new List<int>[Anchors.Length];
        for (int anchor = 0; anchor < own.Length; anchor++)
        {
            own[anchor] = [];
            foreach (ulong key in ofOne.Of(Anchors[anchor]))
            {
                own[anchor].Add(blocks.Open(key));
            }
        }

        var keys = new NodeKeys(source, _columns);
        for (int from = 0; from < _nodes.Count; from += NodesPerRange)
        {
            _parallel.CancellationToken.ThrowIfCancellationRequested();
            using var buffer = new KeyBuffer(NodesPerRange);
            keys.Add(from, Math.Min(_nodes.Count, from + NodesPerRange), buffer);
            for (int i = 0; i < buffer.Count; i++)
            {
                blocks.Add(buffer.Keys[i], buffer.Owners[i]);
            }
        }

        return own;
    }

    private RuleSighting Pairs(IBlockingRule rule, AnchorBlocks blocks, List<int>[] own, long most)
    {
        NodeTest? test = rule is BlockingRule { Condition: { } condition } ? new NodeTest(condition.Compile(PairTestCompiler.For(_columns.Table)), _nodes) : null;
        var pairs = new List<ulong>();
        bool several = false;
        for (int anchor = 0; anchor < own.Length; anchor++)
        {
            several |= own[anchor].Count > 1;
            foreach (int block in own[anchor])
            {
                ReadOnlySpan<int> members = blocks.Members(block);
                if (members.Length > _largestBlock)
                {
                    continue;
                }

                int left = Anchors[anchor];
                foreach (int member in members)
                {
                    if (member != left && _nodes.MayMeet(left, member) && test?.Holds(Math.Min(left, member), Math.Max(left, member)) != false)
                    {
                        pairs.Add(((ulong)(uint)anchor << 32) | (uint)member);
                    }
                }

                if (pairs.Count > most)
                {
                    return new RuleSighting(rule, null, double.PositiveInfinity);
                }
            }
        }

        ulong[] distinct = several ? [.. pairs.Distinct().Order()] : [.. pairs];
        return new RuleSighting(rule, distinct, distinct.Length / 2.0 / Math.Max(1, Anchors.Length));
    }

    private static int[] Draw(int nodes, int count, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, nodes)];
        var random = new SeededRandom(seed);
        int taken = Math.Min(count, nodes);
        for (int i = 0; i < taken; i++)
        {
            int other = i + random.Next(nodes - i);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order[..taken];
    }
}
