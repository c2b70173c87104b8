using System.Collections.Concurrent;

namespace CustomerInsight.Matching;

/// <summary>What rules find for a random sample of the nodes, the anchors: enough to know what a rule costs without building its blocks.</summary>
internal sealed class RuleSurvey
{
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
        IBlockingKeys source = _columns.Prepare(rule);
        IAnchorBlocks? marked = source is PartKeys parts && MarksOf(parts) is { } marks ? MarkedBlocks.Of(marks, Anchors, _largestBlock, _parallel.CancellationToken) : null;
        IAnchorBlocks blocks = marked ?? AnchorBlocks.Of(source, _columns, Anchors, _largestBlock, _parallel.CancellationToken);
        return Pairs(rule, blocks, double.IsInfinity(mostPairs) ? long.MaxValue : (long)(mostPairs * 2 * Anchors.Length));
    }

    /// <summary>The marks of a rule's parts, or null where not all can be marked, or the keys are not joined in order.</summary>
    private AnchorMarks[]? MarksOf(PartKeys keys)
    {
        if (keys.AnyOrder || _columns.Kinds is not null)
        {
            return null;
        }

        AnchorMarks[] marks = [.. keys.Parts.Select(Marks).OfType<AnchorMarks>()];
        return marks.Length == keys.Parts.Length ? marks : null;
    }

    private RuleSighting Pairs(IBlockingRule rule, IAnchorBlocks blocks, long most)
    {
        NodeTest? test = rule is BlockingRule { Condition: { } condition } ? new NodeTest(condition.Compile(PairTestCompiler.For(_columns.Table)), _nodes) : null;
        var pairs = new List<ulong>();
        for (int anchor = 0; anchor < Anchors.Length; anchor++)
        {
            foreach (int block in blocks.Of(anchor))
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

        ulong[] distinct = blocks.Several ? [.. pairs.Distinct().Order()] : [.. pairs];
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
