namespace CustomerInsight.Matching;

/// <summary>What the levels of one comparison weigh, made ready for one table.</summary>
internal sealed class ComparisonWeights
{
    private readonly double[] _weights;
    private readonly double?[] _householdWeights;
    private readonly StandardizedColumn?[] _adjustedBy;
    private readonly double[]?[] _adjustments;
    private readonly double[] _most;
    private readonly double[]? _adjustmentsOfEqual;
    private readonly double _mostOfEqual;

    /// <param name="parameters">What was learned.</param>
    /// <param name="model">The model.</param>
    /// <param name="adjustments">The adjustment of every value for each level that has one.</param>
    /// <param name="compiler">What knows the columns.</param>
    public ComparisonWeights(ComparisonParameters parameters, MatchModel model, double[]?[] adjustments, PairTestCompiler compiler)
    {
        Comparison = parameters.Comparison;
        Dependence = DependenceWeights.Of(parameters, model.Comparisons);
        _weights = [.. parameters.Levels.Select(static level => level.Weight)];
        _householdWeights = [.. parameters.Levels.Select(static level => level.H is { } h ? Math.Log2(h) - Math.Log2(level.U) : (double?)null)];
        _adjustments = adjustments;
        _adjustedBy = [.. parameters.Comparison.Levels.Select(level => level.TermFrequency is { } attribute ? compiler.Column(attribute) : null).Append(null)];
        var compiled = new CompiledComparison(Comparison, compiler);
        IsFirstSame = compiled.IsFirstSame;
        _most = [.. _weights.Select((weight, level) => !compiled.IsPossible(level) ? double.NegativeInfinity
            : level < Comparison.Levels.Count && Comparison.Levels[level].IsSilent ? 0
            : weight + (Dependence?.Most(level) ?? 0) + (adjustments[level] is { Length: > 0 } values ? values.Max() : 0))];
        bool isOwn = compiled.Column is { } column && ReferenceEquals(column, _adjustedBy[0]);
        _adjustmentsOfEqual = isOwn ? adjustments[0] : null;
        _mostOfEqual = isOwn ? _weights[0] + (Dependence?.Most(0) ?? 0) : _most[0];
        MostOfAny = _most.Max();
        MostOfUnequal = IsFirstSame ? _most.Skip(1).Max() : MostOfAny;
    }

    public Comparison Comparison { get; }

    /// <summary>What goes with other comparisons by chance, or null.</summary>
    public DependenceWeights? Dependence { get; }

    /// <summary>The most that the comparison can add.</summary>
    public double MostOfAny { get; }

    /// <summary>Whether records with the same value of the comparison's own column are at the first level, and others are not.</summary>
    public bool IsFirstSame { get; }

    /// <summary>The most that the comparison can add where the two have different values.</summary>
    public double MostOfUnequal { get; }

    public double Weight(int level) => _weights[level];

    public double? HouseholdWeight(int level) => _householdWeights[level];

    /// <summary>The most that a level can add, whatever the values and the other levels.</summary>
    public double Most(int level) => _most[level];

    /// <summary>The most that the comparison can add for two records by the one value that each has of its own column, as <see cref="ValueRows"/> tells them.</summary>
    public double Most(int leftValue, int rightValue) =>
        leftValue == ValueRows.None || rightValue == ValueRows.None ? 0
        : (leftValue | rightValue) < 0 ? MostOfAny
        : leftValue != rightValue || !IsFirstSame ? MostOfUnequal
        : _adjustmentsOfEqual is { } adjustments ? _mostOfEqual + adjustments[leftValue]
        : _mostOfEqual;

    /// <summary>The adjustment for how common the values are, or null where a level has none.</summary>
    public double? Adjustment(int level, int left, int right) => _adjustments[level] is { } adjustments ? Rarest(_adjustedBy[level]!, adjustments, left, right) : null;

    /// <summary>The adjustment of the rarest value that both have; where they share none, that of the commoner of each one's rarest.</summary>
    private static double Rarest(StandardizedColumn column, double[] adjustments, int left, int right)
    {
        double most = double.NegativeInfinity;
        ReadOnlySpan<int> others = column.Ids(right);
        foreach (int value in column.Ids(left))
        {
            if (others.Contains(value) && adjustments[value] > most)
            {
                most = adjustments[value];
            }
        }

        return double.IsNegativeInfinity(most) ? Commoner(Rarest(column.Ids(left), adjustments), Rarest(others, adjustments)) : most;
    }

    private static double Rarest(ReadOnlySpan<int> values, double[] adjustments)
    {
        double most = double.NegativeInfinity;
        foreach (int value in values)
        {
            most = Math.Max(most, adjustments[value]);
        }

        return most;
    }

    private static double Commoner(double left, double right) => (double.IsNegativeInfinity(left), double.IsNegativeInfinity(right)) switch
    {
        (true, true) => 0,
        (true, false) => right,
        (false, true) => left,
        _ => Math.Min(left, right),
    };
}
