namespace CustomerInsight.Matching;

/// <summary>A <see cref="ChanceDependence"/> made ready for scoring: the correction in bits for every combination of levels.</summary>
internal sealed class DependenceWeights
{
    private readonly int[] _on;
    private readonly int[] _levelsOfOn;
    private readonly int _levels;
    private readonly double[] _corrections;

    private DependenceWeights(int[] on, int[] levelsOfOn, int levels, double[] corrections, string label)
    {
        _on = on;
        _levelsOfOn = levelsOfOn;
        _levels = levels;
        _corrections = corrections;
        Label = label;
    }

    /// <summary>The positions of the comparisons that it depends on.</summary>
    public IReadOnlyList<int> On => _on;

    /// <summary>How many combinations of levels those have.</summary>
    public int Rows => _corrections.Length / _levels;

    /// <summary>What the evidence line says.</summary>
    public string Label { get; }

    public static DependenceWeights? Of(ComparisonParameters parameters, ValueList<ComparisonParameters> all)
    {
        if (parameters.Dependence is not { } dependence)
        {
            return null;
        }

        int[] on = [.. dependence.On.Select(name => all.TakeWhile(comparison => comparison.Comparison.Name != name).Count())];
        int levels = parameters.Levels.Count;
        double[] corrections = [.. dependence.Shares.Select((share, i) => Math.Log2(parameters.Levels[i % levels].U) - Math.Log2(share))];
        return new DependenceWeights(on, [.. on.Select(i => all[i].Levels.Count)], levels, corrections, "goes with " + string.Join(" and ", dependence.On));
    }

    /// <summary>log2(u/u′) of a level, given the levels of all comparisons.</summary>
    public double Correction(int level, ReadOnlySpan<int> levels) => Correction(Row(levels), level);

    /// <summary>log2(u/u′) of a level in one combination of the others' levels.</summary>
    public double Correction(int row, int level) => _corrections[(row * _levels) + level];

    /// <summary>The combination of levels of what this depends on, given the levels of all comparisons.</summary>
    public int Row(ReadOnlySpan<int> levels)
    {
        int row = 0;
        for (int i = 0; i < _on.Length; i++)
        {
            row = Next(row, i, levels[_on[i]]);
        }

        return row;
    }

    /// <summary>The combination of levels that a pair of a batch has in what this depends on.</summary>
    public int Row(PairLevels pairs, int pair)
    {
        int row = 0;
        for (int i = 0; i < _on.Length; i++)
        {
            row = Next(row, i, pairs.Levels(_on[i])[pair]);
        }

        return row;
    }

    private int Next(int row, int i, int level) => (row * (_levelsOfOn[i] + 1)) + (level == CompiledComparison.Missing ? _levelsOfOn[i] : level);
}
