namespace CustomerInsight.Matching;

/// <summary>What the levels of one comparison weigh, made ready for one table.</summary>
internal sealed class ComparisonWeights
{
    private readonly double[] _weights;
    private readonly double?[] _householdWeights;
    private readonly StandardizedColumn?[] _adjustedBy;
    private readonly double[]?[] _adjustments;

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
        Bounds = new WeightBounds(this, new CompiledComparison(Comparison, compiler));
    }

    public Comparison Comparison { get; }

    /// <summary>What goes with other comparisons by chance, or null.</summary>
    public DependenceWeights? Dependence { get; }

    /// <summary>The most that the comparison can add.</summary>
    public WeightBounds Bounds { get; }

    public double Weight(int level) => _weights[level];

    public double? HouseholdWeight(int level) => _householdWeights[level];

    /// <summary>Whether a level says nothing.</summary>
    public bool IsSilent(int level) => level < Comparison.Levels.Count && Comparison.Levels[level].IsSilent;

    /// <summary>The largest adjustment that a level can have; at least 0, which is what two records without the value get.</summary>
    public double MostAdjustment(int level) => _adjustments[level] is { Length: > 0 } adjustments ? Math.Max(0, adjustments.Max()) : 0;

    /// <summary>The adjustments of the first level by the values of a column, or null where it goes by another or by none.</summary>
    public double[]? AdjustmentsOf(StandardizedColumn? column) => column is not null && ReferenceEquals(column, _adjustedBy[0]) ? _adjustments[0] : null;

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
