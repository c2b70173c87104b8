namespace CustomerInsight.Matching;

/// <summary>Adds up what the levels of a pair weigh, in one order only, so that the lines of evidence sum to the weight to the last bit, however the levels were found.</summary>
/// <param name="model">The model.</param>
/// <param name="weights">What the levels of each comparison weigh.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class WeightSum(MatchModel model, LevelWeights[] weights)
{
    private const string Commonness = "how common the value is";
    private const string IdentifierEvidence = "identifier";
    private const string HouseholdEvidence = "household";
    private const string MayBeRelatives = "could be two people who share it";

    private readonly double _householdOdds = model.HouseholdShare / (1 - model.HouseholdShare);

    /// <summary>The weight before looking.</summary>
    public double Prior { get; } = model.PriorWeight;

    /// <summary>Adds up; stops where the sum cannot come to what is needed.</summary>
    /// <param name="levels">The pair's level of each comparison.</param>
    /// <param name="adjustments">How common its values are.</param>
    /// <param name="identifier">The strongest identifier that the two share, with its weight; null and 0 where there is none.</param>
    /// <param name="lines">Where to write the evidence, or null.</param>
    /// <param name="needed">What the sum must come to.</param>
    public double Add<TAdjustments>(ReadOnlySpan<int> levels, TAdjustments adjustments, (Identifier? Shared, double Weight) identifier, List<FieldEvidence>? lines, double needed = double.NegativeInfinity)
        where TAdjustments : struct, IPairAdjustments
    {
        double sum = Prior;
        double household = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            LevelWeights own = weights[i];
            int level = levels[i];
            if (level == CompiledComparison.Missing)
            {
                lines?.Add(new FieldEvidence(own.Comparison.Name, "missing", 0));
                continue;
            }

            sum += own.Weight(level);
            household += own.HouseholdWeight(level) ?? 0;
            lines?.Add(new FieldEvidence(own.Comparison.Name, own.Comparison.LevelName(level), own.Weight(level)));
            if (own.Dependence is { } dependence)
            {
                // What goes together by chance does so among strangers; a household's own shares are learned as they are.
                double correction = dependence.Correction(level, levels);
                sum += correction;
                household += correction;
                lines?.Add(new FieldEvidence(own.Comparison.Name, dependence.Label, correction));
            }

            if (adjustments.Of(i, level) is { } adjustment)
            {
                sum += adjustment;
                household += own.HouseholdWeight(level) is null ? 0 : adjustment;
                lines?.Add(new FieldEvidence(own.Comparison.Name, Commonness, adjustment));
            }
        }

        if (sum + identifier.Weight < needed)
        {
            // A household only takes away, and logarithms are dear.
            return sum + identifier.Weight;
        }

        if (_householdOdds > 0)
        {
            double correction = -Math.Log2(1 + (_householdOdds * Math.Pow(2, household)));
            sum += correction;
            lines?.Add(new FieldEvidence(HouseholdEvidence, MayBeRelatives, correction));
        }

        if (identifier.Shared is { } shared)
        {
            sum += identifier.Weight;
            lines?.Add(new FieldEvidence(IdentifierEvidence, $"same {shared}", identifier.Weight));
        }

        return sum;
    }
}
