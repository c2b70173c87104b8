namespace CustomerInsight.Matching;

/// <summary>A comparison made ready for one table. Each worker has its own.</summary>
internal sealed class CompiledComparison
{
    /// <summary>What <see cref="Level(int, int)"/> gives where a required attribute is missing, or a silent level holds.</summary>
    public const int Missing = -1;

    private const int FewestToRemember = 16;

    private readonly StandardizedColumn[] _required;
    private readonly PairTest[] _levels;
    private readonly bool[] _isSilent;
    private readonly int[]? _partsOfFirst;
    private readonly int[] _own;
    private readonly int[] _others;
    private readonly List<SimilarityCell> _cells = [];
    private readonly int[] _open = new int[PairLevels.BatchSize];
    private LevelMemo? _memo;
    private bool _mayRemember;

    public CompiledComparison(Comparison comparison, PairTestCompiler compiler)
    {
        Comparison = comparison;
        _required = [.. comparison.Required.Select(compiler.Column)];
        _levels = [.. comparison.Levels.Select(level => level.Condition.Compile(compiler))];
        _isSilent = [.. comparison.Levels.Select(static level => level.IsSilent)];
        foreach (PairTest test in _levels)
        {
            test.Share(_cells);
        }

        Column = _required is [var only] ? only : null;
        ILookup<bool, int> possible = Enumerable.Range(0, _levels.Length).Where(IsPossible).ToLookup(level => Column is not null && ReferenceEquals(_levels[level].Column, Column));
        _own = [.. possible[true]];
        _others = [.. possible[false]];
        _partsOfFirst = comparison.Levels[0] is { IsSilent: false, Condition: SameCondition same } && same.Attribute == Column?.Attribute.Name ? same.PartsOfOneValue(compiler) : null;

        // Where a value is hardly ever repeated, no two meet twice.
        _mayRemember = Column is { } column && _own.Length > 1 && column.Values.Count <= compiler.Records / 2 && LevelMemo.Fits(column.Values.Count, _levels.Length);
    }

    public Comparison Comparison { get; }

    /// <summary>How many levels there are, "different" included.</summary>
    public int LevelCount => _levels.Length + 1;

    /// <summary>The column whose values decide most, or null where it is compared by more than one.</summary>
    public StandardizedColumn? Column { get; }

    /// <summary>Whether records with different values of <see cref="Column"/> are never at the first level.</summary>
    public bool IsFirstOfEqual => _partsOfFirst is not null;

    /// <summary>About how dear it is to find a level.</summary>
    public int Cost => _levels.Where(static test => !test.IsNever).Sum(static test => test.Cost);

    /// <summary>Whether some pair of the table may be at a level.</summary>
    public bool IsPossible(int level) => level == _levels.Length || !_levels[level].IsNever;

    public int Level(int left, int right)
    {
        foreach (StandardizedColumn column in _required)
        {
            if (column.Ids(left).IsEmpty || column.Ids(right).IsEmpty)
            {
                return Missing;
            }
        }

        for (int level = 0; level < _levels.Length; level++)
        {
            if (_levels[level].Holds(left, right))
            {
                return Spoken(level);
            }
        }

        return _levels.Length;
    }

    /// <summary>Whether records with the same value are at the first level.</summary>
    public bool IsFirst(int value) => _partsOfFirst is { } parts && (parts.Length == 0 || parts[value] >= 0);

    /// <summary>Finds the levels of some pairs of a batch.</summary>
    /// <param name="batch">The two records of each pair.</param>
    /// <param name="left">The value of <see cref="Column"/> that each left record has, as <see cref="ValueRows"/> tells it.</param>
    /// <param name="right">The same of the right.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="levels">Where their levels are put.</param>
    public void Find(PairBatch batch, ReadOnlySpan<int> left, ReadOnlySpan<int> right, ReadOnlySpan<int> pairs, Span<int> levels)
    {
        int open = 0;
        foreach (int pair in pairs)
        {
            int l = left[pair];
            int r = right[pair];
            if ((l | r) < 0)
            {
                levels[pair] = l == ValueRows.None || r == ValueRows.None ? Missing : Level(batch.Left(pair), batch.Right(pair));
            }
            else if (l == r && IsFirst(l))
            {
                levels[pair] = 0;
            }
            else
            {
                _open[open++] = pair;
            }
        }

        Span<int> rest = _open.AsSpan(0, open);
        Remember(left, right, rest, levels);
        foreach (int level in _others)
        {
            foreach (int pair in rest)
            {
                if (level < levels[pair] && _levels[level].Holds(batch.Left(pair), batch.Right(pair)))
                {
                    levels[pair] = level;
                }
            }
        }

        foreach (int pair in rest)
        {
            levels[pair] = Spoken(levels[pair]);
        }
    }

    /// <summary>Finds the levels that values decide, from memory where they are there.</summary>
    private void Remember(ReadOnlySpan<int> left, ReadOnlySpan<int> right, ReadOnlySpan<int> pairs, Span<int> levels)
    {
        Span<int> open = stackalloc int[PairLevels.BatchSize];
        if (!_mayRemember || (_memo is null && pairs.Length < FewestToRemember))
        {
            pairs.CopyTo(open);
            Decide(left, right, open[..pairs.Length], levels);
            return;
        }

        // Made only where many pairs are compared: it takes more memory than all else here.
        LevelMemo memo = _memo ??= new LevelMemo();
        int unknown = 0;
        foreach (int pair in pairs)
        {
            int level = memo.TryGet(left[pair], right[pair]);
            levels[pair] = level;
            if (level == LevelMemo.Unknown)
            {
                open[unknown++] = pair;
            }
        }

        Span<int> decided = stackalloc int[PairLevels.BatchSize];
        open[..unknown].CopyTo(decided);
        Decide(left, right, open[..unknown], levels);
        foreach (int pair in decided[..unknown])
        {
            memo.Set(left[pair], right[pair], levels[pair]);
        }

        if (!memo.IsWorthIt)
        {
            (_memo, _mayRemember) = (null, false);
        }
    }

    /// <summary>Finds the first level that holds of those that the values decide.</summary>
    private void Decide(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> open, Span<int> levels)
    {
        foreach (SimilarityCell cell in _cells)
        {
            cell.Clear();
        }

        foreach (int level in _own)
        {
            int fits = _levels[level].Partition(left, right, open);
            foreach (int pair in open[..fits])
            {
                levels[pair] = level;
            }

            open = open[fits..];
        }

        foreach (int pair in open)
        {
            levels[pair] = _levels.Length;
        }
    }

    private int Spoken(int level) => level < _levels.Length && _isSilent[level] ? Missing : level;
}
