namespace CustomerInsight.Matching;

internal sealed class ModelScorer : IPairScorer
{
    private const string Commonness = "how common the value is";
    private const string IdentifierEvidence = "identifier";
    private const string HouseholdEvidence = "household";
    private const string MayBeRelatives = "could be two people who share it";

    private readonly MatchModel _model;
    private readonly StandardizedTable _table;
    private readonly CompiledComparison[] _comparisons;
    private readonly double[][] _weights;
    private readonly double[]?[][] _adjustments;
    private readonly StandardizedColumn?[][] _adjustedBy;
    private readonly double?[][] _householdWeights;
    private readonly DependenceWeights?[] _dependences;
    private readonly int[] _levels;
    private readonly double _householdOdds;
    private readonly double _prior;

    public ModelScorer(MatchModel model, StandardizedTable table, PairTestCompiler compiler, double[]?[][] adjustments)
    {
        _model = model;
        _table = table;
        _adjustments = adjustments;
        _prior = model.PriorWeight;
        _comparisons = [.. model.Comparisons.Select(parameters => new CompiledComparison(parameters.Comparison, compiler))];
        _weights = [.. model.Comparisons.Select(static parameters => parameters.Levels.Select(static level => level.Weight).ToArray())];
        _householdWeights = [.. model.Comparisons.Select(static parameters => parameters.Levels.Select(static level => level.H is { } h ? Math.Log2(h) - Math.Log2(level.U) : (double?)null).ToArray())];
        _dependences = [.. model.Comparisons.Select(parameters => DependenceWeights.Of(parameters, model.Comparisons))];
        _levels = new int[_comparisons.Length];
        _householdOdds = model.HouseholdShare / (1 - model.HouseholdShare);
        _adjustedBy = [.. model.Comparisons.Select(parameters => parameters.Comparison.Levels
            .Select(level => level.TermFrequency is { } attribute ? compiler.Column(attribute) : null).Append(null).ToArray())];
    }

    public double Weight(int left, int right) => Add(left, right, null);

    public PairEvidence Explain(int left, int right)
    {
        var lines = new List<FieldEvidence>();
        double weight = Add(left, right, lines);
        return new PairEvidence(weight, _prior, ValueList.From(lines));
    }

    /// <summary>Adds up in one order only, so that the lines sum to the weight to the last bit.</summary>
    private double Add(int left, int right, List<FieldEvidence>? lines)
    {
        double sum = _prior;
        double household = 0;
        for (int i = 0; i < _comparisons.Length; i++)
        {
            int level = _levels[i] = _comparisons[i].Level(left, right);
            if (level == CompiledComparison.Missing)
            {
                lines?.Add(new FieldEvidence(_comparisons[i].Comparison.Name, "missing", 0));
                continue;
            }

            string name = _comparisons[i].Comparison.Name;
            sum += _weights[i][level];
            household += _householdWeights[i][level] ?? 0;
            lines?.Add(new FieldEvidence(name, _comparisons[i].Comparison.LevelName(level), _weights[i][level]));
            if (_dependences[i] is { } dependence)
            {
                // What goes together by chance does so among strangers; a household's own shares are learned as they are.
                double correction = dependence.Correction(level, _levels);
                sum += correction;
                household += correction;
                lines?.Add(new FieldEvidence(name, dependence.Label, correction));
            }

            if (_adjustments[i][level] is { } adjustments)
            {
                double adjustment = Rarest(_adjustedBy[i][level]!, adjustments, left, right);
                sum += adjustment;
                household += _householdWeights[i][level] is null ? 0 : adjustment;
                lines?.Add(new FieldEvidence(name, Commonness, adjustment));
            }
        }

        if (_householdOdds > 0)
        {
            double correction = -Math.Log2(1 + (_householdOdds * Math.Pow(2, household)));
            sum += correction;
            lines?.Add(new FieldEvidence(HouseholdEvidence, MayBeRelatives, correction));
        }

        return AddIdentifier(sum, left, right, lines);
    }

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

    private double AddIdentifier(double sum, int left, int right, List<FieldEvidence>? lines)
    {
        ValueList<Identifier> others = _table.Records[right].Identifiers;
        Identifier? strongest = null;
        double most = 0;
        foreach (Identifier identifier in _table.Records[left].Identifiers)
        {
            double weight = IdentifierWeights.Of(_model.Identifiers.For(identifier.Type).Strength, _prior);
            if (weight > most && _model.Identifiers.MayLink(identifier) && !_model.HubIdentifiers.Contains(identifier) && others.AsSpan().Contains(identifier))
            {
                strongest = identifier;
                most = weight;
            }
        }

        if (strongest is { } shared)
        {
            sum += most;
            lines?.Add(new FieldEvidence(IdentifierEvidence, $"same {shared}", most));
        }

        return sum;
    }
}
