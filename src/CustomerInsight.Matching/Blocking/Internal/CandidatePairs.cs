namespace CustomerInsight.Matching;

/// <summary>The pairs that a list of rules finds, each once: under the first rule, and there in the first block, that holds both.</summary>
internal sealed class CandidatePairs
{
    private const long PairsPerChunk = 1 << 16;

    private readonly BlockIndex[] _indexes;
    private readonly List<Chunk> _chunks = [];
    private readonly MatchNodes _nodes;
    private readonly int _largestBlock;

    public CandidatePairs(MatchNodes nodes, IEnumerable<BlockIndex> indexes)
    {
        _nodes = nodes;
        _indexes = [.. indexes];
        for (int rule = 0; rule < _indexes.Length; rule++)
        {
            AddChunks(rule);
            for (int block = 0; block < _indexes[rule].BlockCount; block++)
            {
                _largestBlock = Math.Max(_largestBlock, _indexes[rule].Members(block).Length);
            }
        }
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
    public List<TResult> Visit<TWorker, TResult>(Func<TWorker> createWorker, PairVisitor<TWorker, TResult> visit, Action<long>? done, ParallelOptions parallel)
    {
        var results = new List<TResult>[_chunks.Count];
        Parallel.For(0, _chunks.Count, parallel, () => (Own: createWorker(), Tests: CreateTests(), Rights: new int[_largestBlock]), (chunk, _, worker) =>
        {
            results[chunk] = [];
            long pairs = Visit(_chunks[chunk], worker.Own, worker.Tests, worker.Rights, visit, results[chunk], parallel.CancellationToken);
            done?.Invoke(pairs);
            return worker;
        }, static _ => { });

        // Chunk by chunk, so that the results are not held twice.
        var all = new List<TResult>(results.Sum(static list => list.Count));
        for (int chunk = 0; chunk < results.Length; chunk++)
        {
            all.AddRange(results[chunk]);
            results[chunk] = [];
        }

        return all;
    }

    private NodeTest?[] CreateTests() => [.. _indexes.Select(static index => index.CreateTest())];

    private long Visit<TWorker, TResult>(Chunk chunk, TWorker worker, NodeTest?[] tests, int[] rights, PairVisitor<TWorker, TResult> visit, List<TResult> results, CancellationToken cancellationToken)
    {
        long pairs = 0;
        BlockIndex index = _indexes[chunk.Rule];
        for (int block = chunk.FirstBlock; block < chunk.EndBlock; block++)
        {
            ReadOnlySpan<int> members = index.Members(block);
            for (int i = chunk.FirstRow; i < Math.Min(members.Length, chunk.EndRow); i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int count = 0;
                for (int j = i + 1; j < members.Length; j++)
                {
                    if (_nodes.MayMeet(members[i], members[j]) && IsFirst(chunk.Rule, block, members[i], members[j], tests))
                    {
                        rights[count++] = members[j];
                    }
                }

                if (count > 0)
                {
                    visit(worker, chunk.Rule, members[i], rights.AsSpan(0, count), results);
                    pairs += count;
                }
            }
        }

        return pairs;
    }

    /// <summary>Makes what says which rule finds a pair first: its position, or −1 where none does. One thread each.</summary>
    public Func<int, int, int> CreateFinder()
    {
        NodeTest?[] tests = CreateTests();
        return (left, right) => FirstRule(_indexes.Length, left, right, tests);
    }

    private int FirstRule(int end, int left, int right, NodeTest?[] tests)
    {
        for (int rule = 0; rule < end; rule++)
        {
            if (_indexes[rule].FirstShared(left, right) >= 0 && tests[rule]?.Holds(left, right) != false)
            {
                return rule;
            }
        }

        return -1;
    }

    private bool IsFirst(int rule, int block, int left, int right, NodeTest?[] tests) =>
        FirstRule(rule, left, right, tests) < 0
        && (_indexes[rule].Blocks(left).Length == 1 || _indexes[rule].FirstShared(left, right) == block)
        && tests[rule]?.Holds(left, right) != false;

    private void AddChunks(int rule)
    {
        BlockIndex index = _indexes[rule];
        int first = 0;
        long pairs = 0;
        for (int block = 0; block < index.BlockCount; block++)
        {
            int size = index.Members(block).Length;
            long own = (long)size * (size - 1) / 2;
            if (own > PairsPerChunk)
            {
                AddRows(rule, block, size);
                if (block > first)
                {
                    _chunks.Add(new Chunk(rule, first, block, 0, int.MaxValue));
                }

                first = block + 1;
                pairs = 0;
            }
            else if ((pairs += own) >= PairsPerChunk)
            {
                _chunks.Add(new Chunk(rule, first, block + 1, 0, int.MaxValue));
                first = block + 1;
                pairs = 0;
            }
        }

        if (first < index.BlockCount)
        {
            _chunks.Add(new Chunk(rule, first, index.BlockCount, 0, int.MaxValue));
        }
    }

    /// <summary>A block of its own, row by row, so that one large block is not one thread's work.</summary>
    private void AddRows(int rule, int block, int size)
    {
        int first = 0;
        long pairs = 0;
        for (int row = 0; row < size; row++)
        {
            pairs += size - row - 1;
            if (pairs >= PairsPerChunk || row == size - 1)
            {
                _chunks.Add(new Chunk(rule, block, block + 1, first, row + 1));
                first = row + 1;
                pairs = 0;
            }
        }
    }

    private readonly record struct Chunk(int Rule, int FirstBlock, int EndBlock, int FirstRow, int EndRow);
}
