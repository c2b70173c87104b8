namespace CustomerInsight.Matching;

/// <summary>The pairs that a list of rules finds, each once: under the first rule, and there in the first block, that holds both.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class CandidatePairs
{
    private readonly BlockIndex[] _indexes;
    private readonly MatchNodes _nodes;
    private readonly Lazy<PairChunk[]> _chunks;
    private readonly object _gate = new();
    private NodeBlocks? _rows;

    public CandidatePairs(MatchNodes nodes, IEnumerable<BlockIndex> indexes)
    {
        _nodes = nodes;
        _indexes = [.. indexes];
        _chunks = new Lazy<PairChunk[]>(() => PairChunk.Of(_indexes));
    }

    /// <summary>An upper bound: pairs that several rules find count under each.</summary>
    public long Bound => _indexes.Sum(static index => index.Counts.Pairs);

    /// <summary>The blocks of a rule, by its position.</summary>
    public BlockIndex Blocks(int rule) => _indexes[rule];

    /// <summary>Visits every pair on all cores, one node against many at a time. Results come in an order that does not depend on the threads.</summary>
    /// <param name="createWorker">Makes what a thread works with.</param>
    /// <param name="visit">Is told of the pairs; each row of a block comes in one batch.</param>
    /// <param name="done">Is told of finished pairs, from any thread.</param>
    /// <param name="parallel">How many threads it may use, and what stops it.</param>
    /// <param name="finish">Is told when a part of the pairs is through, so that the worker leaves what it still has of it; null where it never holds any back.</param>
    public List<TResult> Visit<TWorker, TResult>(Func<TWorker> createWorker, PairVisitor<TWorker, TResult> visit, Action<long>? done, ParallelOptions parallel, Action<TWorker, List<TResult>>? finish = null)
    {
        PairChunk[] chunks = _chunks.Value;
        NodeBlocks rows = Rows(parallel);
        var results = new List<TResult>[chunks.Length];
        var visitors = new WorkerPool<BlockVisitor<TWorker, TResult>>(() => new(_nodes, _indexes, rows, createWorker(), visit, parallel.CancellationToken));
        Parallel.For(
            0,
            chunks.Length,
            parallel,
            visitors.Take,
            (chunk, _, visitor) =>
            {
                long pairs = visitor.Visit(chunks[chunk], results[chunk] = []);
                finish?.Invoke(visitor.Worker, results[chunk]);
                done?.Invoke(pairs);
                return visitor;
            },
            visitors.Return);

        // Chunk by chunk, so that the results are not held twice.
        var all = new List<TResult>(results.Sum(static list => list.Count));
        for (int chunk = 0; chunk < results.Length; chunk++)
        {
            all.AddRange(results[chunk]);
            results[chunk] = [];
        }

        return all;
    }

    /// <summary>Makes what says which rule finds a pair first: its position, or −1 where none does. One thread each.</summary>
    public Func<int, int, int> CreateFinder()
    {
        NodeTest?[] tests = [.. _indexes.Select(static index => index.CreateTest())];
        return (left, right) =>
        {
            for (int rule = 0; rule < _indexes.Length; rule++)
            {
                if (_indexes[rule].FirstShared(left, right) >= 0 && tests[rule]?.Holds(left, right) != false)
                {
                    return rule;
                }
            }

            return -1;
        };
    }

    private NodeBlocks Rows(ParallelOptions parallel)
    {
        lock (_gate)
        {
            return _rows ??= NodeBlocks.Of(_indexes, _nodes.Count, parallel);
        }
    }
}
