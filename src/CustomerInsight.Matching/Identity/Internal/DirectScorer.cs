namespace CustomerInsight.Matching;

/// <summary>Weighs two records by a model without a table: to the last bit what <see cref="ModelScorer"/> gives of the same two in any table.</summary>
/// <remarks>Fastest where one record is weighed with many in turn, it being the left one.</remarks>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class DirectScorer
{
    private const double Rounding = 1e-9;

    // So many contents fit into the nearest cache.
    private const int Together = 32;

    private readonly DirectPair _pair;
    private readonly DirectComparison[] _comparisons;
    private readonly WeightOrder _order;
    private readonly WeightSum _sum;
    private readonly DirectIdentifiers _identifiers;
    private readonly int[] _levels;
    private readonly double[] _parts;

    /// <param name="model">The model, its identifiers as the run takes them.</param>
    /// <param name="schema">The attributes of the contents.</param>
    /// <exception cref="ArgumentException">The model reads an attribute that the schema lacks.</exception>
    public DirectScorer(MatchModel model, RecordSchema schema)
    {
        var compiler = new DirectCompiler(new DirectScope(schema));
        LevelWeights[] weights = LevelWeights.Of(model);
        foreach (string attribute in model.Comparisons.SelectMany(static parameters => parameters.Comparison.Attributes).Concat(model.FrequencyAttributes))
        {
            compiler.Scope.Ordinal(attribute);
        }

        _pair = compiler.Pair;
        _comparisons = [.. weights.Select(own => new DirectComparison(own, compiler))];
        _order = new WeightOrder(weights, i => _comparisons[i].MostLost / _comparisons[i].Cost);
        _sum = new WeightSum(model, weights);
        _identifiers = new DirectIdentifiers(model);
        _levels = new int[weights.Length];
        _parts = new double[weights.Length];
    }

    /// <summary>The match weight in bits.</summary>
    public double Weight(RecordContent left, RecordContent right) => Weigh(left, right, null);

    /// <summary>The match weight where it is <paramref name="atLeast"/> or more; of any other pair anything below that.</summary>
    /// <remarks>It stops as soon as what is left cannot lift the pair so far: bounds by which values are there and equal first, then one comparison after the other.</remarks>
    public double Weight(RecordContent left, RecordContent right, double atLeast)
    {
        double needed = atLeast - Rounding;
        _pair.Load(left, right);
        (Identifier? Shared, double Weight) identifier = _identifiers.Strongest(left, right);
        double most = _sum.Prior + identifier.Weight;
        for (int i = 0; i < _comparisons.Length; i++)
        {
            _parts[i] = _comparisons[i].Look();
            most += _parts[i];
        }

        for (int step = 0; step < _order.Count && most >= needed; step++)
        {
            most += Narrow(step);
        }

        return most < needed ? most : _sum.Add(_levels, new PairAdjustments(_comparisons), identifier, null, needed);
    }

    /// <summary>Weighs one content with many where only high weights matter: cheaper than one by one, since the memory of the many is asked for at once.</summary>
    /// <param name="left">The one.</param>
    /// <param name="rights">The many.</param>
    /// <param name="atLeast">From which weight on the caller cares, in bits.</param>
    /// <param name="weights">Gets what <see cref="Weight(RecordContent, RecordContent, double)"/> gives of each; as many.</param>
    public void Weigh(RecordContent left, ReadOnlySpan<RecordContent> rights, double atLeast, Span<double> weights)
    {
        for (int from = 0; from < rights.Length; from += Together)
        {
            ReadOnlySpan<RecordContent> some = rights.Slice(from, Math.Min(Together, rights.Length - from));
            foreach (RecordContent right in some)
            {
                right.Touch();
            }

            for (int i = 0; i < some.Length; i++)
            {
                weights[from + i] = Weight(left, some[i], atLeast);
            }
        }
    }

    /// <summary>Weighs a pair and says why.</summary>
    public PairEvidence Explain(RecordContent left, RecordContent right)
    {
        var lines = new List<FieldEvidence>();
        double weight = Weigh(left, right, lines);
        return new PairEvidence(weight, _sum.Prior, ValueList.From(lines));
    }

    private double Weigh(RecordContent left, RecordContent right, List<FieldEvidence>? lines)
    {
        _pair.Load(left, right);
        for (int i = 0; i < _comparisons.Length; i++)
        {
            _comparisons[i].Look();
            _levels[i] = _comparisons[i].Level();
        }

        return _sum.Add(_levels, new PairAdjustments(_comparisons), _identifiers.Strongest(left, right), lines);
    }

    /// <summary>Finds the level of one comparison; gives by how much less the pair can come to now.</summary>
    private double Narrow(int step)
    {
        int comparison = _order.At(step);
        DirectComparison own = _comparisons[comparison];
        _levels[comparison] = own.Level();
        double change = own.Most(own.Row(_levels), _levels[comparison]) - _parts[comparison];
        foreach (int later in _order.ReadyAfter(step))
        {
            double part = _comparisons[later].Most(_comparisons[later].Row(_levels));
            change += part - _parts[later];
            _parts[later] = part;
        }

        return change;
    }

    private readonly struct PairAdjustments(DirectComparison[] comparisons) : IPairAdjustments
    {
        public double? Of(int comparison, int level) => comparisons[comparison].Adjustment(level);
    }
}
