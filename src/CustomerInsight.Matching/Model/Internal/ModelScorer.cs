namespace CustomerInsight.Matching;

/// <summary>Weighs pairs by a model. Where only high weights matter it stops with a pair as soon as what is left cannot lift it so far.</summary>
internal sealed class ModelScorer : IPairScorer
{
    private const string Commonness = "how common the value is";
    private const string IdentifierEvidence = "identifier";
    private const string HouseholdEvidence = "household";
    private const string MayBeRelatives = "could be two people who share it";
    private const double Rounding = 1e-9;

    private readonly PairLevels _pairs;
    private readonly ComparisonWeights[] _weights;
    private readonly IdentifierTable _identifiers;
    private readonly int[] _order;
    private readonly int[] _levels;
    private readonly double[] _most = new double[PairLevels.BatchSize];
    private readonly int[] _open = new int[PairLevels.BatchSize];
    private readonly PairBatch _batch = new();
    private readonly double _householdOdds;
    private readonly double _prior;

    public ModelScorer(MatchModel model, PairTestCompiler compiler, ComparisonWeights[] weights, IdentifierTable identifiers)
    {
        _prior = model.PriorWeight;
        _householdOdds = model.HouseholdShare / (1 - model.HouseholdShare);
        _pairs = new PairLevels(model.Comparisons.Select(static parameters => parameters.Comparison), compiler);
        _weights = weights;
        _identifiers = identifiers;
        _levels = new int[weights.Length];

        // First what takes away most where two differ, as most pairs do: it decides soonest.
        _order = [.. Enumerable.Range(0, weights.Length).OrderByDescending(i => weights[i].MostOfUnequal - weights[i].Most(_pairs.LevelCount(i) - 1))];
    }

    public double Weight(int left, int right)
    {
        Compare(left, right);
        return Add(left, right, null);
    }

    public PairEvidence Explain(int left, int right)
    {
        var lines = new List<FieldEvidence>();
        Compare(left, right);
        double weight = Add(left, right, lines);
        return new PairEvidence(weight, _prior, ValueList.From(lines));
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
        foreach (int comparison in _order)
        {
            open = Narrow(comparison, needed, open);
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
            most[pair] = _prior + _identifiers.Strongest(_batch.Left(pair), _batch.Right(pair)).Weight;
        }

        for (int comparison = 0; comparison < _weights.Length; comparison++)
        {
            ReadOnlySpan<int> left = _pairs.LeftValues(comparison);
            ReadOnlySpan<int> right = _pairs.RightValues(comparison);
            for (int pair = 0; pair < most.Length; pair++)
            {
                most[pair] += _weights[comparison].Most(left[pair], right[pair]);
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
    private int Narrow(int comparison, double needed, int open)
    {
        Span<int> pairs = _open.AsSpan(0, open);
        _pairs.Find(comparison, pairs);
        ReadOnlySpan<int> left = _pairs.LeftValues(comparison);
        ReadOnlySpan<int> right = _pairs.RightValues(comparison);
        ReadOnlySpan<int> levels = _pairs.Levels(comparison);
        ComparisonWeights weights = _weights[comparison];
        int kept = 0;
        foreach (int pair in pairs)
        {
            // What equal values add at most was the level's own; of others it was that of their best level.
            if (left[pair] != right[pair] || !weights.IsFirstSame || left[pair] < 0)
            {
                _most[pair] += (levels[pair] == CompiledComparison.Missing ? 0 : weights.Most(levels[pair])) - weights.Most(left[pair], right[pair]);
            }

            pairs[kept] = pair;
            kept += _most[pair] >= needed ? 1 : 0;
        }

        return kept;
    }

    /// <summary>Adds up the levels found, in one order only, so that the lines sum to the weight to the last bit; stops where it cannot come to what is needed.</summary>
    private double Add(int left, int right, List<FieldEvidence>? lines, double needed = double.NegativeInfinity)
    {
        double sum = _prior;
        double household = 0;
        for (int i = 0; i < _weights.Length; i++)
        {
            ComparisonWeights weights = _weights[i];
            int level = _levels[i];
            if (level == CompiledComparison.Missing)
            {
                lines?.Add(new FieldEvidence(weights.Comparison.Name, "missing", 0));
                continue;
            }

            sum += weights.Weight(level);
            household += weights.HouseholdWeight(level) ?? 0;
            lines?.Add(new FieldEvidence(weights.Comparison.Name, weights.Comparison.LevelName(level), weights.Weight(level)));
            if (weights.Dependence is { } dependence)
            {
                // What goes together by chance does so among strangers; a household's own shares are learned as they are.
                double correction = dependence.Correction(level, _levels);
                sum += correction;
                household += correction;
                lines?.Add(new FieldEvidence(weights.Comparison.Name, dependence.Label, correction));
            }

            if (weights.Adjustment(level, left, right) is { } adjustment)
            {
                sum += adjustment;
                household += weights.HouseholdWeight(level) is null ? 0 : adjustment;
                lines?.Add(new FieldEvidence(weights.Comparison.Name, Commonness, adjustment));
            }
        }

        (Identifier? shared, double identifierWeight) = _identifiers.Strongest(left, right);
        if (sum + identifierWeight < needed)
        {
            // A household only takes away, and logarithms are dear.
            return sum + identifierWeight;
        }

        if (_householdOdds > 0)
        {
            double correction = -Math.Log2(1 + (_householdOdds * Math.Pow(2, household)));
            sum += correction;
            lines?.Add(new FieldEvidence(HouseholdEvidence, MayBeRelatives, correction));
        }

        if (shared is { } identifier)
        {
            sum += identifierWeight;
            lines?.Add(new FieldEvidence(IdentifierEvidence, $"same {identifier}", identifierWeight));
        }

        return sum;
    }
}
