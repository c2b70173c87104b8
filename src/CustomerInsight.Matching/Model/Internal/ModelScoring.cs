namespace CustomerInsight.Matching;

/// <summary>A model with its term frequencies looked up for every value of one table.</summary>
internal sealed class ModelScoring : IPairScoring
{
    private readonly MatchModel _model;
    private readonly PairTestCompiler _compiler;
    private readonly ComparisonWeights[] _weights;
    private readonly IdentifierTable _identifiers;

    public ModelScoring(MatchModel model, StandardizedTable table)
    {
        _model = model;
        _compiler = PairTestCompiler.For(table);
        _weights = [.. model.Comparisons.Select(parameters => new ComparisonWeights(parameters, model, Adjustments(parameters), _compiler))];
        _identifiers = new IdentifierTable(model, table);
    }

    public IPairScorer CreateScorer() => new ModelScorer(_model, _compiler, _weights, _identifiers);

    /// <summary>How common a value is, the mean frequency worth some observations more; as counted where the model has no prior strength.</summary>
    private double Frequency(TermFrequencies frequencies, int count, double mean)
    {
        double frequency = (count + (_model.PriorStrength * mean)) / (Math.Max(frequencies.Total, count) + _model.PriorStrength);

        // A value that no record beside the pair has is no evidence of being common, however few records there are.
        return count <= 2 && _model.PriorStrength > 0 ? Math.Min(frequency, mean) : frequency;
    }

    /// <summary>
    /// For each level that is adjusted, weight · log2(u/f) of each value, f not below the level's least. u is that of the level of equal values, since
    /// it is their frequency that f is set against; f counts matches too, and so must u where it was learned without them.
    /// </summary>
    private double[]?[] Adjustments(ComparisonParameters parameters)
    {
        double[]?[] adjustments = new double[]?[parameters.Levels.Count];
        for (int level = 0; level < parameters.Comparison.Levels.Count; level++)
        {
            ComparisonLevel definition = parameters.Comparison.Levels[level];
            if (definition is { TermFrequency: { } attribute, TermFrequencyWeight: > 0 } && _model.TermFrequencies.TryGetValue(attribute, out TermFrequencies? frequencies))
            {
                StandardizedColumn column = _compiler.Column(attribute);
                LevelParameters equal = parameters.Levels[LevelOfEqual(parameters.Comparison, attribute) ?? level];
                double u = equal.Agreement ?? equal.U;
                adjustments[level] = new double[column.Values.Count];
                for (int value = 0; value < column.Values.Count; value++)
                {
                    adjustments[level]![value] = definition.TermFrequencyWeight * Math.Log2(u / Math.Max(Frequency(frequencies, frequencies.CountOf(column, value), u), definition.LeastFrequency));
                }
            }
        }

        return adjustments;
    }

    /// <summary>The level that holds where an attribute's whole values are equal, or null.</summary>
    private static int? LevelOfEqual(Comparison comparison, string attribute)
    {
        for (int level = 0; level < comparison.Levels.Count; level++)
        {
            if (comparison.Levels[level].Condition is SameCondition { IsWhole: true } same && same.Attribute == attribute)
            {
                return level;
            }
        }

        return null;
    }
}
