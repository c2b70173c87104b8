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
        Losses.Add((default, GradientPass.Loss(own, own.HeldRows, _scale, parallel)));
    }

    public List<GrownNode[]> Trees { get; } = [];

    /// <summary>Gets after each round, and before the first, the loss of the rows left out; and that of the rows the round's tree was grown on, before it.</summary>
    public List<(WeightedLoss Training, WeightedLoss Held)> Losses { get; } = [];

    /// <summary>Adds a tree.</summary>
    public void Grow()
    {
        var random = new SeededRandom(StableHash.Combine(_seed, (ulong)Trees.Count));
        bool[]? usable = _options.ColumnShare < 1 ? Drawn(_rows.Columns.Length, _options.ColumnShare, random) : null;
        if (_options.RowShare < 1)
        {
            _grower.Rows.Draw(_own, _options.RowShare, random);
        }
        else
        {
            _grower.Rows.TakeAll(_own);
        }

        TreeRows rows = _grower.Rows;
        WeightedLoss training = GradientPass.Derive(_own, rows.Count == _rows.Rows ? null : rows.Numbers, rows.Count, _scale, _derivatives.First, _parallel);
        Trees.Add(_grower.Grow(usable, _own.Margins));
        Losses.Add((training, GradientPass.Loss(_own, _own.HeldRows, _scale, _parallel)));
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
}
