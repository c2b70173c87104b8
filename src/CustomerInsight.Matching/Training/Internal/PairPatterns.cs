using System.Collections.Concurrent;

namespace CustomerInsight.Matching;

/// <summary>Compares pairs for training and counts their patterns.</summary>
internal sealed class PairPatterns
{
    private const int PairsPerChunk = 1 << 14;
    private const int Side = 32;

    private readonly EntityKind[]? _kinds;
    private readonly MatchNodes _nodes;
    private readonly MatchDesign _design;
    private readonly PairTestCompiler _compiler;
    private readonly PatternCodec _codec;

    public PairPatterns(StandardizedTable table, MatchNodes nodes, MatchDesign design)
    {
        _kinds = Kinds(table, nodes);
        _nodes = nodes;
        _design = design;
        _compiler = PairTestCompiler.For(table);
        _codec = new PatternCodec([.. design.Comparisons.Select(static comparison => comparison.Levels.Count + 1)]);
    }

    /// <summary>Random pairs, or all pairs where there are no more than that.</summary>
    public PatternCounts Random(int pairs, ulong seed, ParallelOptions parallel) => Random(pairs, seed, static () => static (_, _) => true, parallel);

    /// <summary>Random pairs, or all pairs where there are no more than that; of those the ones that are asked for.</summary>
    private PatternCounts Random(int pairs, ulong seed, Func<Func<int, int, bool>> createFilter, ParallelOptions parallel)
    {
        Action<int, Action<int, int>> pairsOf = PairsOf(pairs, seed, out int chunks);
        return Count(
            chunks,
            createFilter,
            (chunk, filter, add) => pairsOf(chunk, (left, right) =>
            {
                if (IsSameKind(left, right) && filter(left, right))
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
        var tallies = new ConcurrentBag<PatternTally>();
        ulong limit = share >= 1 ? ulong.MaxValue : (ulong)(share * ulong.MaxValue);
        candidates.Visit<PatternTally, int>(
            () =>
            {
                PatternTally tally = CreateTally();
                tallies.Add(tally);
                return tally;
            },
            (tally, _, left, rights, _) =>
            {
                foreach (int right in rights)
                {
                    if (StableHash.Combine(seed, ((ulong)left << 32) | (uint)right) <= limit)
                    {
                        tally.Add(left, right);
                    }
                }
            },
            null,
            parallel);
        return PatternCounts.Merge(_codec, tallies.Select(static tally => tally.Counts()));
    }

    /// <summary>Of so many random pairs, or of all pairs where there are no more than that, those that blocking does not find.</summary>
    /// <param name="candidates">What blocking finds.</param>
    /// <param name="random">The same random pairs with those that it finds, where they were counted before: then only those few are compared again.</param>
    /// <param name="pairs">How many random pairs.</param>
    /// <param name="seed">The seed that they are drawn by.</param>
    /// <param name="parallel">How many threads it may use, and what stops it.</param>
    public PatternCounts Beyond(CandidatePairs candidates, PatternCounts? random, int pairs, ulong seed, ParallelOptions parallel)
    {
        return random?.Without(_codec, Random(pairs, seed, () => Found(isFound: true), parallel)) ?? Random(pairs, seed, () => Found(isFound: false), parallel);

        Func<int, int, bool> Found(bool isFound)
        {
            Func<int, int, int> finder = candidates.CreateFinder();
            return (left, right) => finder(left, right) >= 0 == isFound;
        }
    }

    /// <summary>Some pairs of nodes, one by one.</summary>
    public PatternCounts OfPairs(IReadOnlyList<(int Left, int Right)> pairs)
    {
        PatternTally tally = CreateTally();
        foreach ((int left, int right) in pairs)
        {
            tally.Add(left, right);
        }

        return new PatternCounts(_codec, tally.Counts());
    }

    /// <summary>Several counts added up.</summary>
    public PatternCounts Together(IEnumerable<PatternCounts> counts) => PatternCounts.Merge(_codec, counts.Select(static part => part.ByCode));

    private PatternTally CreateTally() => new(new PairLevels(_design.Comparisons, _compiler), _codec, _nodes);

    /// <summary>Counts the pairs of each chunk.</summary>
    /// <param name="chunks">How many chunks there are.</param>
    /// <param name="createOwn">Makes what each thread looks at pairs with.</param>
    /// <param name="pairsOf">Gives a chunk's pairs.</param>
    /// <param name="parallel">How many threads it may use, and what stops it.</param>
    private PatternCounts Count<TOwn>(int chunks, Func<TOwn> createOwn, Action<int, TOwn, Action<int, int>> pairsOf, ParallelOptions parallel)
    {
        var workers = new WorkerPool<(TOwn Own, PatternTally Tally)>(() => (createOwn(), CreateTally()));
        Parallel.For(
            0,
            chunks,
            parallel,
            workers.Take,
            (chunk, _, worker) =>
            {
                pairsOf(chunk, worker.Own, worker.Tally.Add);
                return worker;
            },
            workers.Return);
        return PatternCounts.Merge(_codec, workers.All.Select(static worker => worker.Tally.Counts()));
    }

    /// <summary>Draws the pairs of a chunk, by a sequence of its own: which thread draws it does not matter.</summary>
    private void Sample(NodePairs? some, int chunk, int pairs, ulong seed, Action<int, int> add)
    {
        var random = new SeededRandom(StableHash.Combine(seed, (ulong)chunk));
        if (some is null)
        {
            SampleOfAll(random, pairs, add);
            return;
        }

        for (int i = 0; i < pairs; i++)
        {
            (int left, int right) = some.Draw(random);
            add(left, right);
        }
    }

    /// <summary>
    /// Draws pairs where all may meet: a few nodes, and each with a few others. Every pair is as likely as any other, and what a comparison reads of a node
    /// is read once for many pairs; that some share a node makes the shares a hundredth less sure.
    /// </summary>
    private void SampleOfAll(SeededRandom random, int pairs, Action<int, int> add)
    {
        Span<int> rights = stackalloc int[Side];
        for (int i = 0; i < pairs;)
        {
            foreach (ref int right in rights)
            {
                right = random.Next(_nodes.Count);
            }

            for (int row = 0; row < Side && i < pairs; row++)
            {
                int left = random.Next(_nodes.Count);
                for (int column = 0; column < Side && i < pairs; column++, i++)
                {
                    int right = rights[column];
                    while (right == left)
                    {
                        right = random.Next(_nodes.Count);
                    }

                    add(left, right);
                }
            }
        }
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

    private bool IsSameKind(int left, int right) => _kinds is null || _kinds[left] == _kinds[right];

    /// <summary>The kind of each node's entity, or null where all are of one kind: then no pair need be looked at for it.</summary>
    private static EntityKind[]? Kinds(StandardizedTable table, MatchNodes nodes)
    {
        EntityKind[] kinds = [.. Enumerable.Range(0, nodes.Count).Select(node => table.Records[nodes.Representative(node)].EntityKind)];
        return Array.Exists(kinds, kind => kind != kinds[0]) ? kinds : null;
    }
}
