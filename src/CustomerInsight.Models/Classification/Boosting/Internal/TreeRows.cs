namespace CustomerInsight.Models;

/// <summary>The rows a tree is grown on, leaf by leaf, and the others.</summary>
internal sealed unsafe class TreeRows
{
    private readonly BinnedRows _rows;
    private readonly ParallelOptions _parallel;
    private readonly PinnedLongs _numbers;
    private readonly PinnedLongs _others;
    private readonly PinnedLongs _space;
    private int _otherCount;

    public TreeRows(BinnedRows rows, ParallelOptions parallel)
    {
        _rows = rows;
        _parallel = parallel;
        _numbers = Room(rows.Rows);
        _others = Room(rows.Rows);
        _space = Room(rows.Rows);
    }

    /// <summary>Gets the rows to grow on.</summary>
    public int* Numbers => (int*)_numbers.First;

    public int Count { get; private set; }

    /// <summary>Takes all rows a member learns from.</summary>
    public void TakeAll(MemberRows own)
    {
        if (own.LearnedRows is int[] learned)
        {
            Count = learned.Length;
            learned.CopyTo(new Span<int>(Numbers, Count));
        }
        else
        {
            Count = _rows.Rows;
            for (int row = 0; row < Count; row++)
            {
                Numbers[row] = row;
            }
        }

        _otherCount = own.HeldRows.Length;
        own.HeldRows.CopyTo(new Span<int>((int*)_others.First, _otherCount));
    }

    /// <summary>Draws a share of the rows a member learns from.</summary>
    public void Draw(MemberRows own, double share, SeededRandom random)
    {
        // 16 bits of chance a row: the share is kept to a 65,536th.
        int limit = Math.Max(1, (int)Math.Round(share * (1 << 16)));
        int* drawn = Numbers;
        int* others = (int*)_others.First;
        (int toDrawn, int toOthers) = (0, 0);
        int learned = own.LearnedRows?.Length ?? _rows.Rows;
        ulong bits = 0;
        for (int i = 0; i < learned; i++)
        {
            bits = (i & 3) == 0 ? random.NextBits() : bits >> 16;
            int row = own.LearnedRows is null ? i : own.LearnedRows[i];

            // Both are written, and one is kept.
            int taken = (ushort)bits < limit ? 1 : 0;
            drawn[toDrawn] = row;
            others[toOthers] = row;
            toDrawn += taken;
            toOthers += 1 - taken;
        }

        Count = toDrawn;
        own.HeldRows.CopyTo(new Span<int>(others + toOthers, own.HeldRows.Length));
        _otherCount = toOthers + own.HeldRows.Length;
    }

    /// <summary>Parts some rows into those that go left and those that go right.</summary>
    /// <returns>How many go left.</returns>
    public int Part(int lane, byte[] isLeft, int* numbers, int count) => RowPartition.Run(
        _rows.Groups[lane / LanePlan.LanesPerGroup].First, lane % LanePlan.LanesPerGroup * 8, isLeft, numbers, count, (int*)_space.First, _parallel);

    /// <summary>Adds a tree's values to the margins of the rows it was not grown on.</summary>
    public void AddToOthers(GrownNode[] tree, double[] margins)
    {
        if (_otherCount > 0)
        {
            Add(tree, 0, (int*)_others.First, _otherCount, margins);
        }
    }

    private void Add(GrownNode[] tree, int number, int* numbers, int count, double[] margins)
    {
        GrownNode node = tree[number];
        if (node.Left > 0)
        {
            int toLeft = Part(_rows.Columns[node.Split.Column].Lane, node.IsLeft, numbers, count);
            Add(tree, node.Left, numbers, toLeft, margins);
            Add(tree, node.Left + 1, numbers + toLeft, count - toLeft, margins);
            return;
        }

        for (int i = 0; i < count; i++)
        {
            margins[numbers[i]] += node.Value;
        }
    }

    private static PinnedLongs Room(int rows) => new((rows / 2) + 1L);
}
