namespace CustomerInsight.Matching;

/// <summary>Patterns of levels that stand for all pairs there are: those that blocking finds, and a random sample of the rest that counts for all of it.</summary>
internal sealed class WeightedPatterns
{
    private readonly PatternCounts _found;
    private readonly PatternCounts _rest;
    private readonly double _foundWeight;
    private readonly double _restWeight;

    /// <summary>Puts the two together.</summary>
    /// <param name="found">Pairs that blocking finds.</param>
    /// <param name="foundWeight">How many pairs each of them stands for.</param>
    /// <param name="rest">Pairs that it does not find.</param>
    /// <param name="restWeight">How many pairs each of those stands for.</param>
    public WeightedPatterns(PatternCounts found, double foundWeight, PatternCounts rest, double restWeight)
    {
        _found = found;
        _rest = rest;
        _foundWeight = foundWeight;
        _restWeight = restWeight;
        Total = (found.Pairs * foundWeight) + (rest.Pairs * restWeight);
    }

    public int Count => _found.Count + _rest.Count;

    /// <summary>How many pairs they stand for.</summary>
    public double Total { get; }

    /// <summary>Whether blocking finds the pairs of a pattern.</summary>
    public bool IsFound(int pattern) => pattern < _found.Count;

    /// <summary>How many pairs each pair of a pattern stands for.</summary>
    public double Worth(int pattern) => IsFound(pattern) ? _foundWeight : _restWeight;

    /// <summary>How many pairs a pattern stands for.</summary>
    public double PairsOf(int pattern) => Worth(pattern) * (IsFound(pattern) ? _found.PairsOf(pattern) : _rest.PairsOf(pattern - _found.Count));

    /// <summary>The level of each comparison in a pattern, or <see cref="CompiledComparison.Missing"/>.</summary>
    public ReadOnlySpan<int> Levels(int pattern) => IsFound(pattern) ? _found.Levels(pattern) : _rest.Levels(pattern - _found.Count);
}
