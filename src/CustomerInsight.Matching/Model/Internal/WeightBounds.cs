namespace CustomerInsight.Matching;

/// <summary>The most that one comparison can add to a weight: by what is known of the values' numbers, of its level, and of the levels that it depends on.</summary>
internal sealed class WeightBounds
{
    private readonly DependenceWeights? _dependence;
    private readonly CompiledComparison _compiled;
    private readonly int _levels;
    private readonly double[] _mostOfLevel;
    private readonly double[]? _adjustmentsOfEqual;
    private readonly double[] _mostOfAny;
    private readonly double[] _mostOfUnequal;

    /// <param name="weights">What the levels weigh.</param>
    /// <param name="compiled">The comparison.</param>
    public WeightBounds(ComparisonWeights weights, CompiledComparison compiled)
    {
        _dependence = weights.Dependence;
        _compiled = compiled;
        _levels = compiled.LevelCount;
        _adjustmentsOfEqual = weights.AdjustmentsOf(compiled.Column);

        // One row more, the last, for whatever the others' levels are.
        Rows = _dependence?.Rows ?? 1;
        _mostOfLevel = new double[(Rows + 1) * _levels];
        Array.Fill(_mostOfLevel, double.NegativeInfinity);
        for (int row = 0; row < Rows; row++)
        {
            for (int level = 0; level < _levels; level++)
            {
                double most = !compiled.IsPossible(level) ? double.NegativeInfinity : weights.IsSilent(level) ? 0 : weights.Weight(level) + (_dependence?.Correction(row, level) ?? 0) + weights.MostAdjustment(level);
                _mostOfLevel[(row * _levels) + level] = most;
                _mostOfLevel[(Rows * _levels) + level] = Math.Max(_mostOfLevel[(Rows * _levels) + level], most);
            }
        }

        // Where it is compared by more than one column, whether a value is missing shows only with the level.
        double least = compiled.Column is null ? 0 : double.NegativeInfinity;
        _mostOfAny = [.. Enumerable.Range(0, Rows + 1).Select(row => Math.Max(least, _mostOfLevel.AsSpan(row * _levels, _levels).ToArray().Max()))];
        _mostOfUnequal = compiled.IsFirstOfEqual ? [.. Enumerable.Range(0, Rows + 1).Select(row => _mostOfLevel.AsSpan((row * _levels) + 1, _levels - 1).ToArray().Max())] : _mostOfAny;
        MostLost = _mostOfUnequal[Rows] - _mostOfLevel[^1];
        FirstAdjustment = weights.MostAdjustment(0);
    }

    /// <summary>How many combinations of levels there are of what it depends on; as a row this stands for any.</summary>
    public int Rows { get; }

    /// <summary>How much less than the most a pair comes to that differs.</summary>
    public double MostLost { get; }

    private double FirstAdjustment { get; }

    /// <summary>The row of a pair whose levels that it depends on have been found.</summary>
    public int Row(PairLevels pairs, int pair) => _dependence?.Row(pairs, pair) ?? 0;

    /// <summary>The most that it can add for two records by the one value that each has, as <see cref="ValueRows"/> tells them.</summary>
    public double Most(int row, int leftValue, int rightValue) =>
        leftValue == ValueRows.None || rightValue == ValueRows.None ? 0
        : (leftValue | rightValue) < 0 ? _mostOfAny[row]
        : leftValue != rightValue ? _mostOfUnequal[row]
        : _compiled.IsFirst(leftValue) ? MostOfEqual(row, leftValue)
        : _mostOfAny[row];

    /// <summary>The most that a level adds.</summary>
    public double Most(int row, int level, int leftValue, int rightValue) =>
        level == CompiledComparison.Missing ? 0
        : level == 0 && leftValue == rightValue && leftValue >= 0 && _compiled.IsFirst(leftValue) ? MostOfEqual(row, leftValue)
        : _mostOfLevel[(row * _levels) + level];

    private double MostOfEqual(int row, int value) =>
        _mostOfLevel[row * _levels] + (_adjustmentsOfEqual is { } adjustments ? adjustments[value] - FirstAdjustment : 0);
}
