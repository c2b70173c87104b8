using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Matching;

/// <summary>Goes through blocks and tells of the pairs that no earlier rule or block has. One for each thread; its memory is used again for each block.</summary>
/// <typeparam name="TWorker">What the thread works with.</typeparam>
/// <typeparam name="TResult">What it leaves.</typeparam>
internal sealed class BlockVisitor<TWorker, TResult>
{
    // Rows of so many nodes, block after block, are brought together at a time: many reads of memory are then under way at once.
    private const int RowsTogether = 512;

    private readonly MatchNodes _nodes;
    private readonly BlockIndex[] _indexes;
    private readonly NodeBlocks _rows;
    private readonly TWorker _worker;
    private readonly PairVisitor<TWorker, TResult> _visit;
    private readonly CancellationToken _cancellationToken;
    private readonly NodeTest?[] _tests;

    // For each rule the earlier ones that have conditions, and the first rule that has nodes of several blocks.
    private readonly int[][] _conditionalBefore;
    private readonly int _firstSeveral;

    private readonly RowFilter _filter;
    private int[] _gathered = [];
    private int[] _rights = [];
    private int _rule;

    public BlockVisitor(MatchNodes nodes, BlockIndex[] indexes, NodeBlocks rows, TWorker worker, PairVisitor<TWorker, TResult> visit, CancellationToken cancellationToken)
    {
        _nodes = nodes;
        _indexes = indexes;
        _rows = rows;
        _worker = worker;
        _visit = visit;
        _cancellationToken = cancellationToken;
        _tests = [.. indexes.Select(static index => index.CreateTest())];
        _filter = new RowFilter(rows.Width);
        _conditionalBefore = [.. indexes.Select((_, end) => Enumerable.Range(0, end).Where(rule => indexes[rule].HasCondition).ToArray())];
        int first = Array.FindIndex(indexes, static index => index.HasSeveral);
        _firstSeveral = first < 0 ? int.MaxValue : first;
    }

    public TWorker Worker => _worker;

    /// <summary>Visits a chunk.</summary>
    /// <returns>How many pairs it has.</returns>
    public long Visit(PairChunk chunk, List<TResult> results)
    {
        BlockIndex index = _indexes[chunk.Rule];
        _rule = chunk.Rule;
        _filter.Begin(chunk.Rule, _conditionalBefore[chunk.Rule]);
        long pairs = 0;
        for (int block = chunk.FirstBlock, end; block < chunk.EndBlock; block = end)
        {
            end = block + 1;
            int size = index.Members(block).Length;
            while (end < chunk.EndBlock && size + index.Members(end).Length <= RowsTogether)
            {
                size += index.Members(end++).Length;
            }

            pairs += Visit(chunk, index, block, end, results);
        }

        return pairs;
    }

    /// <summary>Visits some blocks whose rows are brought together first.</summary>
    private long Visit(PairChunk chunk, BlockIndex index, int first, int end, List<TResult> results)
    {
        Gather(index.Members(first, end));
        long pairs = 0;
        int offset = 0;
        for (int block = first; block < end; block++)
        {
            ReadOnlySpan<int> members = index.Members(block);
            ReadOnlySpan<int> rows = _gathered.AsSpan(offset, members.Length * _filter.Used);
            offset += rows.Length;
            for (int row = chunk.FirstRow; row < Math.Min(members.Length - 1, chunk.EndRow); row++)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                int count = Rights(members, rows, block, row);
                if (count > 0)
                {
                    _visit(_worker, chunk.Rule, members[row], _rights.AsSpan(0, count), results);
                    pairs += count;
                }
            }
        }

        return pairs;
    }

    private void Gather(ReadOnlySpan<int> members)
    {
        int used = _filter.Used;
        if (_rights.Length < members.Length)
        {
            _rights = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(members.Length, RowsTogether))];
        }

        if (_gathered.Length < members.Length * used)
        {
            _gathered = new int[Math.Max(members.Length, RowsTogether) * _rows.Width];
        }

        if (used == 0)
        {
            return;
        }

        ref int to = ref MemoryMarshal.GetArrayDataReference(_gathered);
        nuint place = 0;
        foreach (int member in members)
        {
            ref int row = ref MemoryMarshal.GetReference(_rows.Row(member));
            for (nuint rule = 0; rule < (nuint)used; rule += NodeBlocks.Lanes, place += NodeBlocks.Lanes)
            {
                Vector256.LoadUnsafe(ref row, rule).StoreUnsafe(ref to, place);
            }
        }
    }

    /// <summary>Collects the later members of a block that a member meets here first.</summary>
    private int Rights(ReadOnlySpan<int> members, ReadOnlySpan<int> rows, int block, int row)
    {
        int count = _filter.Unshared(members, rows, row, _rights);
        bool all = _nodes.Mode == LinkMode.DedupeAndLink;
        NodeTest? test = _tests[_rule];
        if (all && test is null && _rule < _firstSeveral && _conditionalBefore[_rule].Length == 0)
        {
            return count;
        }

        int left = members[row];
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            int right = _rights[i];
            if ((all || _nodes.MayMeet(left, right))
                && !IsSharedUnderCondition(left, right)
                && (_rule < _firstSeveral || IsFirst(block, left, right))
                && test?.Holds(left, right) != false)
            {
                _rights[kept++] = right;
            }
        }

        return kept;
    }

    private bool IsSharedUnderCondition(int left, int right)
    {
        foreach (int rule in _conditionalBefore[_rule])
        {
            int block = _indexes[rule].Id(left);
            if (block >= 0 && block == _indexes[rule].Id(right) && _tests[rule]!.Holds(left, right))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether no earlier rule has the pair by a node of several blocks, and no earlier block of this rule.</summary>
    private bool IsFirst(int block, int left, int right)
    {
        for (int rule = _firstSeveral; rule < _rule; rule++)
        {
            BlockIndex index = _indexes[rule];
            if (index.HasSeveral && index.FirstShared(left, right) >= 0 && _tests[rule]?.Holds(left, right) != false)
            {
                return false;
            }
        }

        return !_indexes[_rule].HasSeveral || _indexes[_rule].FirstShared(left, right) == block;
    }
}
