namespace CustomerInsight.Matching;

/// <summary>Weighs pairs by a model. Where only high weights matter it stops with a pair as soon as what is left cannot lift it so far.</summary>
internal sealed class ModelScorer : IPairScorer
{
    private const double Rounding = 1e-9;

    private readonly PairLevels _pairs;
    private readonly ComparisonWeights[] _weights;
    private readonly IdentifierTable _identifiers;
    private readonly WeightOrder _order;
    private readonly int[] _levels;
    private readonly double[] _most = new double[PairLevels.BatchSize];
    private readonly double[] _parts;
    private readonly int[] _open = new int[PairLevels.BatchSize];
    private readonly PairBatch _batch = new();
    private readonly WeightSum _sum;

    public ModelScorer(MatchModel model, PairTestCompiler compiler, ComparisonWeights[] weights, IdentifierTable identifiers)
    {
        _sum = new WeightSum(model, weights);
        _pairs = new PairLevels(model.Comparisons.Select(static parameters => parameters.Comparison), compiler);
        _weights = weights;
        _identifiers = identifiers;
        _levels = new int[weights.Length];
        _parts = new double[weights.Length * PairLevels.BatchSize];

        _order = new WeightOrder(weights, i => weights[i].Bounds.MostLost / _pairs.Cost(i));
    }

    public double Weight(int left, int right)
    {
        Compare(left, right);
        return Add(left, right, null);
    }

    /// <summary>Whether any pair may contradict itself.</summary>
    public bool MayContradict => _identifiers.AnyDecides;

    /// <summary>
    /// Whether two records share an identifier that is strong or unique, and all the same weigh too little to be linked, since all else speaks against it. Then the identifier has two holders, and
    /// what else claims it must not bring them together.
    /// </summary>
    public bool Contradicts(int left, int right, double linkWeight) =>
        _identifiers.ShareDeciding(left, right) && Weight(left, right) < Math.Min(linkWeight, IdentifierWeights.Contradicted);

    public PairEvidence Explain(int left, int right)
    {
        var lines = new List<FieldEvidence>();
        Compare(left, right);
        double weight = Add(left, right, lines);
        return new PairEvidence(weight, _sum.Prior, ValueList.From(lines));
    }

    public void Weigh(ReadOnlySpan<int> left, ReadOnlySpan<int> right, double atLeast, Span<double> weights)
    {
        for (int from = 0; from < left.Length; from += PairLevels.BatchSize)
        {
            int count = Math.Min(PairLevels.BatchSize, left.Length - from);
            _batch.Clear();
            for (int i = from; i < from + count; i++)
            {
                _batch.Add(left[i], right[i]);
            }

            Weigh(atLeast - Rounding, weights.Slice(from, count));
        }
    }

    private void Compare(int left, int right)
    {
        _batch.Clear();
        _batch.Add(left, right);
        _pairs.Load(_batch);
        _pairs.FindAll();
        _pairs.Gather(0, _levels);
    }

    /// <summary>Weighs the batch: bounds from the numbers of the values first, then one comparison after the other over the pairs that still may reach what is needed.</summary>
    private void Weigh(double needed, Span<double> weights)
    {
        _pairs.Load(_batch);
        int open = Bound(needed);
        for (int step = 0; step < _order.Count; step++)
        {
            open = Narrow(step, needed, open);
        }

        _most.AsSpan(0, weights.Length).CopyTo(weights);
        foreach (int pair in _open.AsSpan(0, open))
        {
            _pairs.Gather(pair, _levels);
            weights[pair] = Add(_batch.Left(pair), _batch.Right(pair), null, needed);
        }
    }

    /// <summary>The most that each pair can weigh by which values are missing or equal; gives how many may reach what is needed, those first in line.</summary>
    private int Bound(double needed)
    {
        Span<double> most = _most.AsSpan(0, _batch.Count);
        for (int pair = 0; pair < most.Length; pair++)
        {
            most[pair] = _sum.Prior + _identifiers.Strongest(_batch.Left(pair), _batch.Right(pair)).Weight;
        }

        for (int comparison = 0; comparison < _weights.Length; comparison++)
        {
            WeightBounds bounds = _weights[comparison].Bounds;
            ReadOnlySpan<int> left = _pairs.LeftValues(comparison);
            ReadOnlySpan<int> right = _pairs.RightValues(comparison);
            Span<double> parts = Parts(comparison);
            for (int pair = 0; pair < most.Length; pair++)
            {
                double part = bounds.Most(bounds.AnyRow, left[pair], right[pair]);
                parts[pair] = part;
                most[pair] += part;
            }
        }

        int open = 0;
        for (int pair = 0; pair < most.Length; pair++)
        {
            _open[open] = pair;
            open += most[pair] >= needed ? 1 : 0;
        }

        return open;
    }

    /// <summary>Finds the level of one comparison, and which pairs may still reach what is needed.</summary>
    private int Narrow(int step, double needed, int open)
    {
        int comparison = _order.At(step);
        Span<int> pairs = _open.AsSpan(0, open);
        _pairs.Find(comparison, pairs);
        WeightBounds bounds = _weights[comparison].Bounds;
        ReadOnlySpan<int> left = _pairs.LeftValues(comparison);
        ReadOnlySpan<int> right = _pairs.RightValues(comparison);
        ReadOnlySpan<int> levels = _pairs.Levels(comparison);
        Span<double> parts = Parts(comparison);
        foreach (int pair in pairs)
        {
            _most[pair] += bounds.Most(bounds.Row(_pairs, pair), levels[pair], left[pair], right[pair]) - parts[pair];
        }

        foreach (int later in _order.ReadyAfter(step))
        {
            Sharpen(later, pairs);
        }

        int kept = 0;
        foreach (int pair in pairs)
        {
            pairs[kept] = pair;
            kept += _most[pair] >= needed ? 1 : 0;
        }

        return kept;
    }

    /// <summary>Bounds anew what a comparison can add whose level is not found yet, now that those are found that it depends on.</summary>
    private void Sharpen(int comparison, ReadOnlySpan<int> pairs)
    {
        WeightBounds bounds = _weights[comparison].Bounds;
        ReadOnlySpan<int> left = _pairs.LeftValues(comparison);
        ReadOnlySpan<int> right = _pairs.RightValues(comparison);
        Span<double> parts = Parts(comparison);
        foreach (int pair in pairs)
        {
            double part = bounds.Most(bounds.Row(_pairs, pair), left[pair], right[pair]);
            _most[pair] += part - parts[pair];
            parts[pair] = part;
        }
    }

    private Span<double> Parts(int comparison) => _parts.AsSpan(comparison * PairLevels.BatchSize, PairLevels.BatchSize);

    /// <summary>Adds up the levels found; stops where the sum cannot come to what is needed.</summary>
    private double Add(int left, int right, List<FieldEvidence>? lines, double needed = double.NegativeInfinity) =>
        _sum.Add(_levels, new PairAdjustments(_weights, left, right), _identifiers.Strongest(left, right), lines, needed);

    private readonly struct PairAdjustments(ComparisonWeights[] weights, int left, int right) : IPairAdjustments
    {
        public double? Of(int comparison, int level) => weights[comparison].Adjustment(level, left, right);
    }
}
