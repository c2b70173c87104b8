namespace CustomerInsight.Matching;

/// <summary>A comparison made ready for one table. Each worker has its own.</summary>
internal sealed class CompiledComparison
{
    /// <summary>What <see cref="Level(int, int)"/> gives where a required attribute is missing, or a silent level holds.</summary>
    public const int Missing = -1;

    private readonly StandardizedColumn[] _required;
    private readonly PairTest[] _levels;
    private readonly bool[] _isSilent;
    private readonly int[] _own;
    private readonly int[] _others;
    private LevelMemo? _memo;

    public CompiledComparison(Comparison comparison, PairTestCompiler compiler)
    {
        Comparison = comparison;
        _required = [.. comparison.Required.Select(compiler.Column)];
        _levels = [.. comparison.Levels.Select(level => level.Condition.Compile(compiler))];
        _isSilent = [.. comparison.Levels.Select(static level => level.IsSilent)];
        List<SimilarityCell> cells = [];
        foreach (PairTest test in _levels)
        {
            test.Share(cells);
        }

        Column = _required is [var only] ? only : null;
        ILookup<bool, int> possible = Enumerable.Range(0, _levels.Length).Where(IsPossible).ToLookup(level => Column is not null && ReferenceEquals(_levels[level].Column, Column));
        _own = [.. possible[true]];
        _others = [.. possible[false]];
        IsFirstSame = Column is not null && comparison.Levels[0] is { IsSilent: false, Condition: SameCondition { IsWhole: true } };

        // Where a value is hardly ever repeated, no two meet twice.
        _memo = Column is { } column && _own.Length > 1 && column.Values.Count <= compiler.Records / 2 && LevelMemo.Fits(column.Values.Count, _levels.Length) ? new LevelMemo() : null;
    }

    public Comparison Comparison { get; }

    /// <summary>How many levels there are, "different" included.</summary>
    public int LevelCount => _levels.Length + 1;

    /// <summary>The column whose values decide most, or null where it is compared by more than one.</summary>
    public StandardizedColumn? Column { get; }

    /// <summary>Whether records with the same value of <see cref="Column"/> are at the first level, and others are not.</summary>
    public bool IsFirstSame { get; }

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

    /// <summary>The same for records that have one value each of <see cref="Column"/>.</summary>
    public int Level(int left, int right, int leftValue, int rightValue)
    {
        if (leftValue == rightValue && IsFirstSame)
        {
            return 0;
        }

        int own = OwnLevel(leftValue, rightValue);
        foreach (int level in _others)
        {
            if (level > own)
            {
                break;
            }

            if (_levels[level].Holds(left, right))
            {
                return Spoken(level);
            }
        }

        return Spoken(own);
    }

    private int OwnLevel(int left, int right)
    {
        if (_memo is not { } memo)
        {
            return FirstOwn(left, right);
        }

        int level = memo.TryGet(left, right, out ulong key);
        if (level == LevelMemo.Unknown)
        {
            level = FirstOwn(left, right);
            memo.Set(key, level);
            _memo = memo.IsWorthIt ? memo : null;
        }

        return level;
    }

    /// <summary>The first level that holds of those that the values decide.</summary>
    private int FirstOwn(int left, int right)
    {
        foreach (int level in _own)
        {
            if (_levels[level].Fits(left, right))
            {
                return level;
            }
        }

        return _levels.Length;
    }

    private int Spoken(int level) => level < _levels.Length && _isSilent[level] ? Missing : level;
}
