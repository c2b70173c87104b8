namespace CustomerInsight.Matching;

/// <summary>Weighs pairs by a model. Where only a high weight matters it stops as soon as what is left cannot lift the pair so far.</summary>
internal sealed class ModelScorer : IPairScorer
{
    private const string Commonness = "how common the value is";
    private const string IdentifierEvidence = "identifier";
    private const string HouseholdEvidence = "household";
    private const string MayBeRelatives = "could be two people who share it";
    private const double Rounding = 1e-9;
    private const int Undecided = -2;

    private readonly PairLevels _pairs;
    private readonly ComparisonWeights[] _weights;
    private readonly IdentifierTable _identifiers;
    private readonly int[] _order;
    private readonly int[] _levels;
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
        _order = [.. Enumerable.Range(0, weights.Length).OrderByDescending(i => weights[i].MostOfUnequal - weights[i].Most(_pairs[i].LevelCount - 1))];
    }

    public double Weight(int left, int right)
    {
        _pairs.Find(left, right, _levels);
        return Add(left, right, null);
    }

    public double Weight(int left, int right, double atLeast)
    {
        double needed = atLeast - Rounding;
        ReadOnlySpan<int> leftValues = _pairs.Values(left);
        ReadOnlySpan<int> rightValues = _pairs.Values(right);
        double most = _prior + _identifiers.Strongest(left, right).Weight;
        for (int i = 0; i < _weights.Length; i++)
        {
            most += Most(i, leftValues[i], rightValues[i], out _levels[i]);
        }

        foreach (int i in _order)
        {
            if (most < needed)
            {
                return most;
            }

            if (_levels[i] == Undecided)
            {
                most -= MostOfUndecided(i, leftValues[i], rightValues[i]);
                int level = _levels[i] = _pairs.Level(i, left, right, leftValues[i], rightValues[i]);
                most += level == CompiledComparison.Missing ? 0 : _weights[i].Most(level);
            }
        }

        return most < needed ? most : Add(left, right, null, needed);
    }

    public PairEvidence Explain(int left, int right)
    {
        var lines = new List<FieldEvidence>();
        _pairs.Find(left, right, _levels);
        double weight = Add(left, right, lines);
        return new PairEvidence(weight, _prior, ValueList.From(lines));
    }

    /// <summary>The most that a comparison can add by what the values' numbers say, and its level where they decide it.</summary>
    private double Most(int comparison, int leftValue, int rightValue, out int level)
    {
        if (leftValue == ValueRows.None || rightValue == ValueRows.None)
        {
            level = CompiledComparison.Missing;
            return 0;
        }

        if (leftValue == rightValue && leftValue >= 0 && _weights[comparison].IsFirstSame)
        {
            level = 0;
            return _weights[comparison].MostOfEqual(_pairs[comparison].Column, leftValue);
        }

        level = Undecided;
        return MostOfUndecided(comparison, leftValue, rightValue);
    }

    private double MostOfUndecided(int comparison, int leftValue, int rightValue) =>
        (leftValue | rightValue) >= 0 ? _weights[comparison].MostOfUnequal : _weights[comparison].MostOfAny;

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

        (Identifier? shared, double weight) = _identifiers.Strongest(left, right);
        if (sum + weight < needed)
        {
            // A household only takes away, and logarithms are dear.
            return sum + weight;
        }

        if (_householdOdds > 0)
        {
            double correction = -Math.Log2(1 + (_householdOdds * Math.Pow(2, household)));
            sum += correction;
            lines?.Add(new FieldEvidence(HouseholdEvidence, MayBeRelatives, correction));
        }

        if (shared is { } identifier)
        {
            sum += weight;
            lines?.Add(new FieldEvidence(IdentifierEvidence, $"same {identifier}", weight));
        }

        return sum;
    }
}
