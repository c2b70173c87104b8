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

    /// <summary>The largest correction of a level, whatever the others.</summary>
    public double Most(int level)
    {
        double most = double.NegativeInfinity;
        for (int at = level; at < _corrections.Length; at += _levels)
        {
            most = Math.Max(most, _corrections[at]);
        }

        return most;
    }

    /// <summary>log2(u/u′) of a level, given the levels of all comparisons.</summary>
    public double Correction(int level, ReadOnlySpan<int> levels)
    {
        int row = 0;
        for (int i = 0; i < _on.Length; i++)
        {
            int other = levels[_on[i]];
            row = (row * (_levelsOfOn[i] + 1)) + (other == CompiledComparison.Missing ? _levelsOfOn[i] : other);
        }

        return _corrections[(row * _levels) + level];
    }
}
