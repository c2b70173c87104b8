namespace CustomerInsight.Matching;

/// <summary>The most that one comparison can add to a weight: by its level, and by the levels that it depends on.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class LevelBounds
{
    private readonly int _levels;
    private readonly double[] _mostOfLevel;
    private readonly double[] _mostOfAny;
    private readonly double[] _mostOfUnequal;

    /// <param name="weights">What the levels weigh.</param>
    /// <param name="mostAdjustment">The largest adjustment that a level can have, at least 0.</param>
    /// <param name="isPossible">Whether any pair may be at a level.</param>
    /// <param name="byOneAttribute">Whether one attribute says alone whether the comparison can be made: else that shows only with the level.</param>
    /// <param name="isFirstOfEqual">Whether records with different values of it are never at the first level.</param>
    public LevelBounds(LevelWeights weights, Func<int, double> mostAdjustment, Func<int, bool> isPossible, bool byOneAttribute, bool isFirstOfEqual)
    {
        _levels = weights.Comparison.Levels.Count + 1;

        // One row more, the last, for whatever the others' levels are.
        Rows = weights.Dependence?.Rows ?? 1;
        _mostOfLevel = new double[(Rows + 1) * _levels];
        Array.Fill(_mostOfLevel, double.NegativeInfinity);
        for (int row = 0; row < Rows; row++)
        {
            for (int level = 0; level < _levels; level++)
            {
                double most = !isPossible(level) ? double.NegativeInfinity : weights.IsSilent(level) ? 0 : weights.Weight(level) + (weights.Dependence?.Correction(row, level) ?? 0) + mostAdjustment(level);
                _mostOfLevel[(row * _levels) + level] = most;
                _mostOfLevel[(Rows * _levels) + level] = Math.Max(_mostOfLevel[(Rows * _levels) + level], most);
            }
        }

        double least = byOneAttribute ? double.NegativeInfinity : 0;
        _mostOfAny = [.. Enumerable.Range(0, Rows + 1).Select(row => Math.Max(least, _mostOfLevel.AsSpan(row * _levels, _levels).ToArray().Max()))];
        _mostOfUnequal = isFirstOfEqual ? [.. Enumerable.Range(0, Rows + 1).Select(row => _mostOfLevel.AsSpan((row * _levels) + 1, _levels - 1).ToArray().Max())] : _mostOfAny;
        MostLost = _mostOfUnequal[Rows] - _mostOfLevel[^1];
        FirstAdjustment = mostAdjustment(0);
    }

    /// <summary>How many combinations of levels there are of what it depends on; as a row this stands for any.</summary>
    public int Rows { get; }

    /// <summary>The row of any levels of the others: the only one where it depends on none.</summary>
    public int AnyRow => Rows == 1 ? 0 : Rows;

    /// <summary>How much less than the most a pair comes to that differs.</summary>
    public double MostLost { get; }

    /// <summary>The largest adjustment of the first level.</summary>
    public double FirstAdjustment { get; }

    public double OfLevel(int row, int level) => _mostOfLevel[(row * _levels) + level];

    public double OfAny(int row) => _mostOfAny[row];

    public double OfUnequal(int row) => _mostOfUnequal[row];
}
