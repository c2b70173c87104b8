using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Compares pairs for training and counts their patterns.</summary>
internal sealed class PairPatterns
{
    private const int PairsPerChunk = 1 << 14;

    private readonly StandardizedTable _table;
    private readonly MatchNodes _nodes;
    private readonly MatchDesign _design;
    private readonly PairTestCompiler _compiler;
    private readonly PatternCodec _codec;

    public PairPatterns(StandardizedTable table, MatchNodes nodes, MatchDesign design)
    {
        _table = table;
        _nodes = nodes;
        _design = design;
        _compiler = new PairTestCompiler(table);
        _codec = new PatternCodec([.. Compile().Select(static comparison => comparison.LevelCount)]);
    }

    /// <summary>Random pairs, or all pairs where there are no more than that.</summary>
    public PatternCounts Random(int pairs, ulong seed, ParallelOptions parallel) => Random(pairs, seed, parallel, static () => static (_, _) => -1);

    /// <summary>Random pairs, or all pairs where there are no more than that, without those that a finder finds.</summary>
    private PatternCounts Random(int pairs, ulong seed, ParallelOptions parallel, Func<Func<int, int, int>> createFinder)
    {
        Action<int, Action<int, int>> pairsOf = PairsOf(pairs, seed, out int chunks);
        return Count(
            chunks,
            createFinder,
            (chunk, finder, add) => pairsOf(chunk, (left, right) =>
            {
                if (IsSameKind(left, right) && finder(left, right) < 0)
                {
                    add(left, right);
                }
            }),
            parallel);
    }

    /// <summary>The pairs of each chunk: all that may meet where those are few, and else as many drawn, each as likely.</summary>
    private Action<int, Action<int, int>> PairsOf(int pairs, ulong seed, out int chunks)
    {
        bool everyOne = _nodes.Pairs <= pairs;
        chunks = everyOne ? _nodes.Count : (pairs + PairsPerChunk - 1) / PairsPerChunk;
        NodePairs? some = everyOne || _nodes.Mode != LinkMode.DedupeAndLink ? new NodePairs(_nodes) : null;
        return everyOne
            ? some!.Row
            : (chunk, add) => Sample(some, chunk, Math.Min(PairsPerChunk, pairs - (chunk * PairsPerChunk)), seed, add);
    }

    /// <summary>The pairs of a rule's blocks, block after block until there are enough. Blocks come in the order of their hashes, so that the first are a random sample.</summary>
    public PatternCounts OfBlocks(BlockIndex index, int pairs, ParallelOptions parallel)
    {
        long seen = 0;
        int blocks = 0;
        while (blocks < index.BlockCount && seen < pairs)
        {
            long size = index.Members(blocks++).Length;
            seen += size * (size - 1) / 2;
        }

        return Count(blocks, index.CreateTest, (block, test, add) => Block(index, block, test, add), parallel);
    }

    /// <summary>The pairs that blocking finds, or a random share of them.</summary>
    public PatternCounts OfCandidates(CandidatePairs candidates, double share, ulong seed, ParallelOptions parallel)
    {
        var parts = new ConcurrentBag<Dictionary<UInt128, long>>();
        ulong limit = share >= 1 ? ulong.MaxValue : (ulong)(share * ulong.MaxValue);
        candidates.Visit<(CompiledComparison[] Comparisons, Dictionary<UInt128, long> Counts), int>(
            () =>
            {
                var counts = new Dictionary<UInt128, long>();
                parts.Add(counts);
                return (Compile(), counts);
            },
            (worker, _, left, right, _) =>
            {
                if (StableHash.Combine(seed, ((ulong)left << 32) | (uint)right) <= limit)
                {
                    Add(worker.Comparisons, worker.Counts, left, right);
                }
            },
            null,
            parallel);
        return PatternCounts.Merge(_codec, parts);
    }

    /// <summary>Of so many random pairs, or of all pairs where there are no more than that, those that blocking does not find.</summary>
    public PatternCounts Beyond(CandidatePairs candidates, int pairs, ulong seed, ParallelOptions parallel) => Random(pairs, seed, parallel, candidates.CreateFinder);

    /// <summary>Some pairs of nodes, one by one.</summary>
    public PatternCounts OfPairs(IReadOnlyList<(int Left, int Right)> pairs)
    {
        CompiledComparison[] comparisons = Compile();
        var counts = new Dictionary<UInt128, long>();
        foreach ((int left, int right) in pairs)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, _codec.Encode(comparisons, _nodes.Representative(left), _nodes.Representative(right)), out _)++;
        }

        return new PatternCounts(_codec, counts);
    }

    /// <summary>Several counts added up.</summary>
    public PatternCounts Together(IEnumerable<PatternCounts> counts) => PatternCounts.Merge(_codec, counts.Select(static part => part.ByCode));

    private CompiledComparison[] Compile() => [.. _design.Comparisons.Select(comparison => new CompiledComparison(comparison, _compiler))];

    /// <summary>Counts the pairs of each chunk.</summary>
    /// <param name="chunks">How many chunks there are.</param>
    /// <param name="createOwn">Makes what each thread looks at pairs with.</param>
    /// <param name="pairsOf">Gives a chunk's pairs.</param>
    /// <param name="parallel">How many threads it may use, and what stops it.</param>
    private PatternCounts Count<TOwn>(int chunks, Func<TOwn> createOwn, Action<int, TOwn, Action<int, int>> pairsOf, ParallelOptions parallel)
    {
        var parts = new ConcurrentBag<Dictionary<UInt128, long>>();
        Parallel.For(
            0,
            chunks,
            parallel,
            () => (Own: createOwn(), Comparisons: Compile(), Counts: new Dictionary<UInt128, long>()),
            (chunk, _, worker) =>
            {
                pairsOf(chunk, worker.Own, (left, right) => Add(worker.Comparisons, worker.Counts, left, right));
                return worker;
            },
            worker => parts.Add(worker.Counts));
        return PatternCounts.Merge(_codec, parts);
    }

    private void Add(CompiledComparison[] comparisons, Dictionary<UInt128, long> counts, int left, int right)
    {
        UInt128 code = _codec.Encode(comparisons, _nodes.Representative(left), _nodes.Representative(right));
        CollectionsMarshal.GetValueRefOrAddDefault(counts, code, out _)++;
    }

    private void Sample(NodePairs? some, int chunk, int pairs, ulong seed, Action<int, int> add)
    {
        // A sequence of its own for each chunk: which thread draws it does not matter.
        var random = new SeededRandom(StableHash.Combine(seed, (ulong)chunk));
        for (int i = 0; i < pairs; i++)
        {
            (int left, int right) = some?.Draw(random) ?? DrawOfAll(random);
            add(left, right);
        }
    }

    /// <summary>Draws a pair where all may meet.</summary>
    private (int Left, int Right) DrawOfAll(SeededRandom random)
    {
        int left = random.Next(_nodes.Count);
        int right = random.Next(_nodes.Count - 1);
        return (left, right >= left ? right + 1 : right);
    }

    private void Block(BlockIndex index, int block, NodeTest? test, Action<int, int> add)
    {
        ReadOnlySpan<int> members = index.Members(block);
        for (int i = 0; i < members.Length; i++)
        {
            for (int j = i + 1; j < members.Length; j++)
            {
                if (_nodes.MayMeet(members[i], members[j]) && test?.Holds(members[i], members[j]) != false)
                {
                    add(members[i], members[j]);
                }
            }
        }
    }

    private bool IsSameKind(int left, int right) =>
        _table.Records[_nodes.Representative(left)].EntityKind == _table.Records[_nodes.Representative(right)].EntityKind;
}
