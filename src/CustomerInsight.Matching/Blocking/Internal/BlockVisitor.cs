using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Matching;

/// <summary>Goes through blocks and tells of the pairs that no earlier rule or block has. One for each thread; its memory is used again for each block.</summary>
/// <typeparam name="TWorker">What the thread works with.</typeparam>
/// <typeparam name="TResult">What it leaves.</typeparam>
internal sealed class BlockVisitor<TWorker, TResult>
{
    // Never the block of a node: where a row has it, no other row has the same.
    private const int Never = int.MinValue;

    // Rows of a block up to this size are gathered; those of a larger one are looked up.
    private const int MostGathered = 1 << 10;

    private readonly MatchNodes _nodes;
    private readonly BlockIndex[] _indexes;
    private readonly NodeBlocks _rows;
    private readonly TWorker _worker;
    private readonly PairVisitor<TWorker, TResult> _visit;
    private readonly CancellationToken _cancellationToken;
    private readonly NodeTest?[] _tests;
    private readonly int[] _left;
    private int[] _gathered = [];
    private int[] _rights = [];

    // For each rule the earlier ones that have conditions, and the first rule that has nodes of several blocks.
    private readonly int[][] _conditionalBefore;
    private readonly int _firstSeveral;

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
        _left = new int[rows.Width];
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
        long pairs = 0;
        for (int block = chunk.FirstBlock; block < chunk.EndBlock; block++)
        {
            ReadOnlySpan<int> members = index.Members(block);
            Prepare(members);
            for (int row = chunk.FirstRow; row < Math.Min(members.Length - 1, chunk.EndRow); row++)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                int count = Rights(members, block, row);
                if (count > 0)
                {
                    _visit(_worker, chunk.Rule, members[row], _rights.AsSpan(0, count), results);
                    pairs += count;
                }
            }
        }

        return pairs;
    }

    /// <summary>How many numbers of a row count for the present rule.</summary>
    private int Used => (_rule + NodeBlocks.Lanes - 1) / NodeBlocks.Lanes * NodeBlocks.Lanes;

    private void Prepare(ReadOnlySpan<int> members)
    {
        if (_rights.Length < members.Length)
        {
            _rights = new int[Math.Max(64, (int)BitOperations.RoundUpToPowerOf2((uint)members.Length))];
        }

        int used = Used;
        if (members.Length > MostGathered || used == 0)
        {
            return;
        }

        if (_gathered.Length < members.Length * used)
        {
            _gathered = new int[(int)BitOperations.RoundUpToPowerOf2((uint)(members.Length * used))];
        }

        for (int i = 0; i < members.Length; i++)
        {
            _rows.Row(members[i])[..used].CopyTo(_gathered.AsSpan(i * used));
        }
    }

    /// <summary>Collects the later members of a block that a member meets here first.</summary>
    private int Rights(ReadOnlySpan<int> members, int block, int row)
    {
        int left = members[row];
        SetLeft(left);
        bool gathered = members.Length <= MostGathered;
        NodeTest? test = _tests[_rule];
        int used = Used;
        int count = 0;
        for (int i = row + 1; i < members.Length; i++)
        {
            int right = members[i];
            if (_nodes.MayMeet(left, right)
                && (used == 0 || !IsShared(gathered ? _gathered.AsSpan(i * used, used) : _rows.Row(right)[..used], left, right))
                && (_rule < _firstSeveral || IsFirst(block, left, right))
                && test?.Holds(left, right) != false)
            {
                _rights[count++] = right;
            }
        }

        return count;
    }

    /// <summary>Copies the left node's row, so that only a block of an earlier rule without a condition can be equal to another row's.</summary>
    private void SetLeft(int left)
    {
        ReadOnlySpan<int> row = _rows.Row(left);
        for (int rule = 0; rule < Used; rule++)
        {
            _left[rule] = rule < _rule && row[rule] >= 0 ? row[rule] : Never;
        }

        foreach (int rule in _conditionalBefore[_rule])
        {
            _left[rule] = Never;
        }
    }

    /// <summary>Whether an earlier rule has the pair, as far as rows tell: nodes of several blocks aside.</summary>
    private bool IsShared(ReadOnlySpan<int> right, int leftNode, int rightNode)
    {
        ref int l = ref MemoryMarshal.GetArrayDataReference(_left);
        ref int r = ref MemoryMarshal.GetReference(right);
        Vector256<int> same = Vector256<int>.Zero;
        for (int rule = 0; rule < right.Length; rule += NodeBlocks.Lanes)
        {
            same |= Vector256.Equals(Vector256.LoadUnsafe(ref l, (nuint)rule), Vector256.LoadUnsafe(ref r, (nuint)rule));
        }

        return same != Vector256<int>.Zero || (_conditionalBefore[_rule].Length > 0 && IsSharedUnderCondition(right, leftNode, rightNode));
    }

    private bool IsSharedUnderCondition(ReadOnlySpan<int> right, int leftNode, int rightNode)
    {
        ReadOnlySpan<int> left = _rows.Row(leftNode);
        foreach (int rule in _conditionalBefore[_rule])
        {
            if (left[rule] >= 0 && left[rule] == right[rule] && _tests[rule]!.Holds(leftNode, rightNode))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether no earlier rule has the pair by a node of several blocks, and no earlier block of this rule.</summary>
    private bool IsFirst(int block, int left, int right)
    {
        for (int rule = 0; rule < _rule; rule++)
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
