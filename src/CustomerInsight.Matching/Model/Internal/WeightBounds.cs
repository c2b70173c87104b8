namespace CustomerInsight.Matching;

/// <summary>The most that one comparison can add to a weight in one table: by what is known of the values' numbers, of its level, and of the levels that it depends on.</summary>
internal sealed class WeightBounds
{
    private readonly LevelBounds _bounds;
    private readonly DependenceWeights? _dependence;
    private readonly CompiledComparison _compiled;
    private readonly double[]? _adjustmentsOfEqual;

    /// <param name="weights">What the levels weigh.</param>
    /// <param name="compiled">The comparison.</param>
    public WeightBounds(ComparisonWeights weights, CompiledComparison compiled)
    {
        _dependence = weights.Dependence;
        _compiled = compiled;
        _adjustmentsOfEqual = weights.AdjustmentsOf(compiled.Column);
        _bounds = new LevelBounds(weights, weights.MostAdjustment, compiled.IsPossible, compiled.Column is not null, compiled.IsFirstOfEqual);
    }

    /// <summary>The row of any levels of what it depends on.</summary>
    public int AnyRow => _bounds.AnyRow;

    /// <summary>How much less than the most a pair comes to that differs.</summary>
    public double MostLost => _bounds.MostLost;

    /// <summary>The row of a pair whose levels that it depends on have been found.</summary>
    public int Row(PairLevels pairs, int pair) => _dependence?.Row(pairs, pair) ?? 0;

    /// <summary>The most that it can add for two records by the one value that each has, as <see cref="ValueRows"/> tells them.</summary>
    public double Most(int row, int leftValue, int rightValue) =>
        leftValue == ValueRows.None || rightValue == ValueRows.None ? 0
        : (leftValue | rightValue) < 0 ? _bounds.OfAny(row)
        : leftValue != rightValue ? _bounds.OfUnequal(row)
        : _compiled.IsFirst(leftValue) ? MostOfEqual(row, leftValue)
        : _bounds.OfAny(row);

    /// <summary>The most that a level adds.</summary>
    public double Most(int row, int level, int leftValue, int rightValue) =>
        level == CompiledComparison.Missing ? 0
        : level == 0 && leftValue == rightValue && leftValue >= 0 && _compiled.IsFirst(leftValue) ? MostOfEqual(row, leftValue)
        : _bounds.OfLevel(row, level);

    private double MostOfEqual(int row, int value) =>
        _bounds.OfLevel(row, 0) + (_adjustmentsOfEqual is { } adjustments ? adjustments[value] - _bounds.FirstAdjustment : 0);
}
