using System.Runtime.CompilerServices;

namespace CustomerInsight.Matching;

/// <summary>What the levels of one comparison weigh by the model alone.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
internal class LevelWeights
{
    private static readonly ConditionalWeakTable<MatchModel, LevelWeights[]> OfModels = [];

    private readonly double[] _weights;
    private readonly double?[] _householdWeights;
    private readonly LevelAdjustment?[] _adjustments;

    /// <param name="parameters">What was learned.</param>
    /// <param name="model">The model.</param>
    public LevelWeights(ComparisonParameters parameters, MatchModel model)
    {
        Comparison = parameters.Comparison;
        Dependence = DependenceWeights.Of(parameters, model.Comparisons);
        _weights = [.. parameters.Levels.Select(static level => level.Weight)];
        _householdWeights = [.. parameters.Levels.Select(static level => level.H is { } h ? Math.Log2(h) - Math.Log2(level.U) : (double?)null)];
        _adjustments = [.. Enumerable.Range(0, parameters.Comparison.Levels.Count).Select(level => LevelAdjustment.Of(parameters, level, model)).Append(null)];
    }

    /// <summary>Those of all comparisons of a model, made once for it.</summary>
    public static LevelWeights[] Of(MatchModel model) =>
        OfModels.GetValue(model, static own => [.. own.Comparisons.Select(parameters => new LevelWeights(parameters, own))]);

    public Comparison Comparison { get; }

    /// <summary>What goes with other comparisons by chance, or null.</summary>
    public DependenceWeights? Dependence { get; }

    /// <summary>How each level is adjusted for how common the values are, "different" included; null where it is not.</summary>
    public IReadOnlyList<LevelAdjustment?> Adjustments => _adjustments;

    public double Weight(int level) => _weights[level];

    public double? HouseholdWeight(int level) => _householdWeights[level];

    /// <summary>Whether a level says nothing.</summary>
    public bool IsSilent(int level) => level < Comparison.Levels.Count && Comparison.Levels[level].IsSilent;

    /// <summary>The adjustment of two records that share no value of the attribute: that of the commoner of each one's rarest; minus infinity stands for one without any.</summary>
    protected internal static double Commoner(double left, double right) => (double.IsNegativeInfinity(left), double.IsNegativeInfinity(right)) switch
    {
        (true, true) => 0,
        (true, false) => right,
        (false, true) => left,
        _ => Math.Min(left, right),
    };
}
