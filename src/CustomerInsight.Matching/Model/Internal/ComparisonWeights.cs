namespace CustomerInsight.Matching;

/// <summary>What the levels of one comparison weigh, made ready for one table.</summary>
internal sealed class ComparisonWeights : LevelWeights
{
    private readonly StandardizedColumn?[] _adjustedBy;
    private readonly double[]?[] _adjustments;

    /// <param name="parameters">What was learned.</param>
    /// <param name="model">The model.</param>
    /// <param name="compiler">What knows the columns.</param>
    public ComparisonWeights(ComparisonParameters parameters, MatchModel model, PairTestCompiler compiler)
        : base(parameters, model)
    {
        _adjustments = [.. Adjustments.Select(adjustment => adjustment is null ? null : OfValues(adjustment, compiler.Column(adjustment.Attribute)))];
        _adjustedBy = [.. parameters.Comparison.Levels.Select(level => level.TermFrequency is { } attribute ? compiler.Column(attribute) : null).Append(null)];
        Bounds = new WeightBounds(this, new CompiledComparison(Comparison, compiler));
    }

    /// <summary>The most that the comparison can add.</summary>
    public WeightBounds Bounds { get; }

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

    private static double[] OfValues(LevelAdjustment adjustment, StandardizedColumn column)
    {
        double[] adjustments = new double[column.Values.Count];
        for (int value = 0; value < adjustments.Length; value++)
        {
            adjustments[value] = adjustment.Bits(adjustment.Frequencies.CountOf(column, value));
        }

        return adjustments;
    }
}
