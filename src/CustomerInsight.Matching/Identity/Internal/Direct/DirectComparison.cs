namespace CustomerInsight.Matching;

/// <summary>A comparison made ready for the two contents of a pair: what <see cref="CompiledComparison"/> and <see cref="WeightBounds"/> are for a table.</summary>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class DirectComparison
{
    private readonly PartFeature[] _required;
    private readonly DirectTest[] _levels;
    private readonly bool[] _isSilent;
    private readonly PartFeature? _first;
    private readonly DirectAdjustment?[] _adjustments;
    private readonly DirectAdjustment? _adjustsEqual;
    private readonly DependenceWeights? _dependence;
    private readonly LevelBounds _bounds;
    private readonly LevelBounds _boundsWithoutHan;
    private readonly DirectFeature<bool>? _isHan;

    // What is known of the pair by its values alone.
    private bool _isMissing;
    private bool _isEqual;
    private bool _isUnequal;
    private LevelBounds _own;
    private double _equalAdjustment;

    public DirectComparison(LevelWeights weights, DirectCompiler compiler)
    {
        Comparison comparison = weights.Comparison;
        _required = [.. comparison.Required.Select(compiler.Whole)];
        _levels = [.. comparison.Levels.Select(level => level.Condition.CompileDirect(compiler))];
        _isSilent = [.. comparison.Levels.Select(static level => level.IsSilent)];
        _adjustments = [.. weights.Adjustments.Select(adjustment => adjustment is null ? null : new DirectAdjustment(compiler.Whole(adjustment.Attribute), compiler.OfText(adjustment, adjustment.Attribute, text => adjustment.Bits(adjustment.Frequencies.CountOf(text)))))];
        _dependence = weights.Dependence;
        string? only = comparison.Required is [var attribute] ? attribute : null;
        if (comparison.Levels[0] is { IsSilent: false, Condition: SameCondition { IsOfOneValue: true } same } && same.Attribute == only)
        {
            _first = compiler.Part(only, same.Part);
        }

        _adjustsEqual = weights.Adjustments[0]?.Attribute == only ? _adjustments[0] : null;
        bool[] needsHan = [.. comparison.Levels.Select(level => level.Condition is PinyinCondition pinyin && pinyin.Attributes.All(read => read == only)), false];
        _isHan = needsHan.Contains(true) ? PinyinCondition.IsHan(compiler, only!) : null;
        _bounds = Bounds(static _ => true);
        _boundsWithoutHan = _isHan is null ? _bounds : Bounds(level => !needsHan[level]);
        _own = _bounds;

        LevelBounds Bounds(Func<int, bool> isPossible) => new(weights, level => weights.Adjustments[level]?.MostBits() ?? 0, isPossible, only is not null, _first is not null);
    }

    /// <summary>About how dear it is to find a level.</summary>
    public int Cost => _levels.Sum(static test => test.Cost);

    /// <summary>How much less than the most a pair comes to that differs; of values as most are, not in Chinese characters.</summary>
    public double MostLost => _boundsWithoutHan.MostLost;

    /// <summary>The row of any levels of what it depends on.</summary>
    public int AnyRow => _bounds.AnyRow;

    /// <summary>Looks at the values of a new pair.</summary>
    /// <returns>The most that the comparison can add.</returns>
    public double Look()
    {
        _isMissing = _isEqual = _isUnequal = false;
        _own = _bounds;
        if (_required.Length == 1)
        {
            ReadOnlySpan<TextPart> left = _required[0].Left;
            ReadOnlySpan<TextPart> right = _required[0].Right;
            _isMissing = left.IsEmpty || right.IsEmpty;
            if (left.Length == 1 && right.Length == 1)
            {
                _isUnequal = !left[0].Same(right[0]);
                _isEqual = !_isUnequal && _first is not null && !_first.Left[0].IsNone;
                _own = _isHan is null || _isHan.Left[0] || _isHan.Right[0] ? _bounds : _boundsWithoutHan;
                _equalAdjustment = _isEqual && _adjustsEqual is not null ? _adjustsEqual.Left[0] - _own.FirstAdjustment : 0;
            }
        }
        else
        {
            foreach (PartFeature required in _required)
            {
                _isMissing |= required.Left.IsEmpty || required.Right.IsEmpty;
            }
        }

        return Most(AnyRow);
    }

    /// <summary>The row of a pair whose levels that it depends on have been found.</summary>
    public int Row(ReadOnlySpan<int> levels) => _dependence?.Row(levels) ?? 0;

    /// <summary>The most that the comparison can add by the values alone.</summary>
    public double Most(int row) =>
        _isMissing ? 0
        : _isEqual ? _own.OfLevel(row, 0) + _equalAdjustment
        : _isUnequal ? _own.OfUnequal(row)
        : _own.OfAny(row);

    /// <summary>The most that a level adds.</summary>
    public double Most(int row, int level) =>
        level == CompiledComparison.Missing ? 0
        : level == 0 && _isEqual ? _own.OfLevel(row, 0) + _equalAdjustment
        : _own.OfLevel(row, level);

    /// <summary>Finds the level of a pair that was looked at.</summary>
    public int Level()
    {
        if (_isMissing)
        {
            return CompiledComparison.Missing;
        }

        if (_isEqual)
        {
            return 0;
        }

        // Values that differ are not at a first level of equal ones.
        for (int level = _isUnequal && _first is not null ? 1 : 0; level < _levels.Length; level++)
        {
            if (_levels[level].Holds())
            {
                return _isSilent[level] ? CompiledComparison.Missing : level;
            }
        }

        return _levels.Length;
    }

    /// <summary>The adjustment for how common the values are, or null where a level has none.</summary>
    public double? Adjustment(int level) => _adjustments[level]?.Rarest();
}
