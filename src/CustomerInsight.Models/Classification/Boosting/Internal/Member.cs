namespace CustomerInsight.Models;

/// <summary>One of the models that are boosted and averaged.</summary>
internal sealed unsafe class Member
{
    private readonly BinnedRows _rows;
    private readonly MemberRows _own;
    private readonly BoostingOptions _options;
    private readonly SumScale _scale;
    private readonly ParallelOptions _parallel;
    private readonly PinnedLongs _derivatives;
    private readonly TreeGrower _grower;
    private readonly ulong _seed;

    public Member(int number, BinnedRows rows, MemberRows own, SplitRules rules, BoostingOptions options, ParallelOptions parallel)
    {
        _rows = rows;
        _own = own;
        _options = options;
        _scale = rules.Scale;
        _parallel = parallel;
        _derivatives = new PinnedLongs(2L * rows.Rows);
        _grower = new TreeGrower(rows, rules, options, _derivatives, parallel);
        _seed = StableHash.Combine(options.Seed, (ulong)number);
        Losses.Add(GradientPass.Run(own, _scale, _derivatives.First, parallel));
    }

    public List<GrownNode[]> Trees { get; } = [];

    /// <summary>Gets the losses of the rows learned from and of those left out, before the first tree and after each.</summary>
    public List<(long Training, long Held)> Losses { get; } = [];

    /// <summary>Adds a tree.</summary>
    public void Grow()
    {
        var random = new SeededRandom(StableHash.Combine(_seed, (ulong)Trees.Count));
        bool[]? usable = _options.ColumnShare < 1 ? Drawn(_rows.Columns.Length, _options.ColumnShare, random) : null;
        int[]? learned = _options.RowShare < 1 ? DrawnRows(random) : _own.LearnedRows;
        GrownNode[] tree = _grower.Grow(learned, usable, _own.Margins);
        Trees.Add(tree);
        if (learned is null || learned.Length < _rows.Rows)
        {
            AddToOthers(tree, learned);
        }

        Losses.Add(GradientPass.Run(_own, _scale, _derivatives.First, _parallel));
    }

    private int[] DrawnRows(SeededRandom random)
    {
        int count = _own.LearnedRows?.Length ?? _rows.Rows;
        var drawn = new List<int>((int)(count * _options.RowShare) + 64);
        for (int i = 0; i < count; i++)
        {
            if (random.NextDouble() < _options.RowShare)
            {
                drawn.Add(_own.LearnedRows?[i] ?? i);
            }
        }

        return drawn.Count > 0 ? [.. drawn] : _own.LearnedRows ?? [.. Enumerable.Range(0, count)];
    }

    private static bool[] Drawn(int count, double share, SeededRandom random)
    {
        int left = Math.Max(1, (int)Math.Round(count * share));
        bool[] drawn = new bool[count];
        for (int i = 0; i < count; i++)
        {
            if (random.Next(count - i) < left)
            {
                drawn[i] = true;
                left--;
            }
        }

        return drawn;
    }

    /// <summary>Adds a tree's values to the margins of the rows it was not grown on.</summary>
    private void AddToOthers(GrownNode[] tree, int[]? learned)
    {
        if (learned is null)
        {
            return;
        }

        if (ReferenceEquals(learned, _own.LearnedRows))
        {
            foreach (int row in _own.HeldRows)
            {
                _own.Margins[row] += Value(tree, row);
            }

            return;
        }

        int next = 0;
        for (int row = 0; row < _rows.Rows; row++)
        {
            if (next < learned.Length && learned[next] == row)
            {
                next++;
            }
            else
            {
                _own.Margins[row] += Value(tree, row);
            }
        }
    }

    private double Value(GrownNode[] tree, int row)
    {
        GrownNode node = tree[0];
        while (node.Left > 0)
        {
            int lane = _rows.Columns[node.Split.Column].Lane;
            long word = _rows.Groups[lane / LanePlan.LanesPerGroup].First[row];
            node = tree[node.Left + 1 - node.IsLeft[(byte)(word >> (lane % LanePlan.LanesPerGroup * 8))]];
        }

        return node.Value;
    }
}
