using System.Numerics;

namespace CustomerInsight.Matching;

/// <summary>What rules find for a random sample of the nodes, the anchors: enough to know what a rule costs without building its blocks.</summary>
internal sealed class RuleSurvey
{
    private readonly BlockingColumns _columns;
    private readonly MatchNodes _nodes;
    private readonly int _largestBlock;
    private readonly ParallelOptions _parallel;

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
        var sightings = new RuleSighting[rules.Count];
        Parallel.For(0, rules.Count, _parallel, i => sightings[i] = Look(rules[i], mostPairs));
        return sightings;
    }

    private RuleSighting Look(IBlockingRule rule, double mostPairs)
    {
        var keys = new BlockKeys(_columns.Prepare(rule), _columns);
        var blocks = new Dictionary<ulong, Block>();

        // Nearly all keys belong to no anchor; one bit says so sooner than the dictionary does.
        ulong[] filter = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, Anchors.Length))];
        foreach (int anchor in Enumerable.Range(0, Anchors.Length))
        {
            foreach (ulong key in keys.Of(Anchors[anchor]))
            {
                if (!blocks.TryGetValue(key, out Block? block))
                {
                    blocks.Add(key, block = new Block());
                    filter[Slot(key, filter)] |= Bit(key);
                }

                block.Anchors.Add(anchor);
            }
        }

        for (int node = 0; node < _nodes.Count; node++)
        {
            foreach (ulong key in keys.Of(node))
            {
                if ((filter[Slot(key, filter)] & Bit(key)) != 0 && blocks.TryGetValue(key, out Block? block) && block.Members.Count <= _largestBlock)
                {
                    block.Members.Add(node);
                }
            }
        }

        return Pairs(rule, blocks.Values, double.IsInfinity(mostPairs) ? long.MaxValue : (long)(mostPairs * 2 * Anchors.Length));
    }

    private RuleSighting Pairs(IBlockingRule rule, IEnumerable<Block> blocks, long most)
    {
        NodeTest? test = rule is BlockingRule { Condition: { } condition } ? new NodeTest(condition.Compile(new PairTestCompiler(_columns.Table)), _nodes) : null;
        var pairs = new List<ulong>();
        foreach (Block block in blocks)
        {
            if (block.Members.Count > _largestBlock)
            {
                continue;
            }

            foreach (int anchor in block.Anchors)
            {
                foreach (int member in block.Members)
                {
                    int own = Anchors[anchor];
                    if (member != own && _nodes.MayMeet(own, member) && test?.Holds(Math.Min(own, member), Math.Max(own, member)) != false)
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

        pairs.Sort();
        ulong[] distinct = [.. pairs.Where((pair, i) => i == 0 || pair != pairs[i - 1])];
        return new RuleSighting(rule, distinct, distinct.Length / 2.0 / Math.Max(1, Anchors.Length));
    }

    private static int Slot(ulong key, ulong[] filter) => (int)((key >> 6) & (uint)(filter.Length - 1));

    private static ulong Bit(ulong key) => 1UL << (int)(key & 63);

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

    private sealed class Block
    {
        public List<int> Anchors { get; } = [];

        public List<int> Members { get; } = [];
    }
}
