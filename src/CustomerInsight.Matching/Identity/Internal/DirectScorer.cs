namespace CustomerInsight.Matching;

/// <summary>Weighs two records by a model without a table: to the last bit what <see cref="ModelScorer"/> gives of the same two in any table.</summary>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class DirectScorer
{
    private readonly DirectScope _scope;
    private readonly LevelWeights[] _weights;
    private readonly WeightSum _sum;
    private readonly DirectIdentifiers _identifiers;
    private readonly int[] _levels;

    /// <param name="model">The model, its identifiers as the run takes them.</param>
    /// <param name="schema">The attributes of the contents.</param>
    /// <exception cref="ArgumentException">The model reads an attribute that the schema lacks.</exception>
    public DirectScorer(MatchModel model, RecordSchema schema)
    {
        _scope = new DirectScope(schema);
        foreach (ComparisonParameters parameters in model.Comparisons)
        {
            foreach (string attribute in parameters.Comparison.Attributes.Concat(parameters.Comparison.Levels.Select(static level => level.TermFrequency).OfType<string>()))
            {
                _scope.Ordinal(attribute);
            }
        }

        _weights = [.. model.Comparisons.Select(parameters => new LevelWeights(parameters, model))];
        _sum = new WeightSum(model, _weights);
        _identifiers = new DirectIdentifiers(model);
        _levels = new int[_weights.Length];
    }

    /// <summary>The match weight in bits.</summary>
    public double Weight(RecordContent left, RecordContent right) => Weigh(left, right, null);

    /// <summary>The match weight where it is <paramref name="atLeast"/> or more; of any other pair anything below that.</summary>
    public double Weight(RecordContent left, RecordContent right, double atLeast) => Weigh(left, right, null, atLeast);

    /// <summary>Weighs a pair and says why.</summary>
    public PairEvidence Explain(RecordContent left, RecordContent right)
    {
        var lines = new List<FieldEvidence>();
        double weight = Weigh(left, right, lines);
        return new PairEvidence(weight, _sum.Prior, ValueList.From(lines));
    }

    private double Weigh(RecordContent left, RecordContent right, List<FieldEvidence>? lines, double needed = double.NegativeInfinity)
    {
        for (int i = 0; i < _weights.Length; i++)
        {
            _levels[i] = Level(_weights[i].Comparison, left, right);
        }

        return _sum.Add(_levels, new PairAdjustments(this, left, right), _identifiers.Strongest(left, right), lines, needed);
    }

    private int Level(Comparison comparison, RecordContent left, RecordContent right)
    {
        foreach (string attribute in comparison.Required)
        {
            if (_scope.Values(left, attribute).IsNone || _scope.Values(right, attribute).IsNone)
            {
                return CompiledComparison.Missing;
            }
        }

        for (int level = 0; level < comparison.Levels.Count; level++)
        {
            if (comparison.Levels[level].Condition.Holds(left, right, _scope))
            {
                return comparison.Levels[level].IsSilent ? CompiledComparison.Missing : level;
            }
        }

        return comparison.Levels.Count;
    }

    private readonly struct PairAdjustments(DirectScorer scorer, RecordContent left, RecordContent right) : IPairAdjustments
    {
        public double? Of(int comparison, int level) => scorer._weights[comparison].Adjustments[level] is { } adjustment
            ? Rarest(adjustment, scorer._scope.Values(left, adjustment.Attribute), scorer._scope.Values(right, adjustment.Attribute))
            : null;

        /// <summary>The adjustment of the rarest value that both have; where they share none, that of the commoner of each one's rarest.</summary>
        private static double Rarest(LevelAdjustment adjustment, AttributeValues left, AttributeValues right)
        {
            double most = Rarest(adjustment, left, right.Contains);
            return double.IsNegativeInfinity(most) ? LevelWeights.Commoner(Rarest(adjustment, left, static _ => true), Rarest(adjustment, right, static _ => true)) : most;
        }

        private static double Rarest(LevelAdjustment adjustment, AttributeValues values, Func<string, bool> counts)
        {
            double most = double.NegativeInfinity;
            foreach (string value in values)
            {
                most = counts(value) ? Math.Max(most, adjustment.Bits(adjustment.Frequencies.CountOf(value))) : most;
            }

            return most;
        }
    }
}
