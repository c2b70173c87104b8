namespace CustomerInsight.Matching;

/// <summary>How much the commonness of a value counts at one level: weight · log2(u/f), f not below the level's least.</summary>
/// <remarks>
/// u is that of the level of equal values, since it is their frequency that f is set against; f counts matches too, and so must u where it was learned
/// without them.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class LevelAdjustment
{
    private readonly double _weight;
    private readonly double _leastFrequency;
    private readonly double _u;
    private readonly double _priorStrength;
    private readonly Lazy<double> _mostBits;

    private LevelAdjustment(string attribute, ComparisonLevel level, TermFrequencies frequencies, double u, double priorStrength)
    {
        Attribute = attribute;
        Frequencies = frequencies;
        _weight = level.TermFrequencyWeight;
        _leastFrequency = level.LeastFrequency;
        _u = u;
        _priorStrength = priorStrength;
        _mostBits = new Lazy<double>(() => Math.Max(0, Frequencies.Counts.Select(static entry => entry.Value).Append(1).Distinct().Max(Bits)));
    }

    /// <summary>The attribute whose values are counted.</summary>
    public string Attribute { get; }

    public TermFrequencies Frequencies { get; }

    /// <summary>That of a level, or null where it has none.</summary>
    public static LevelAdjustment? Of(ComparisonParameters parameters, int level, MatchModel model)
    {
        ComparisonLevel definition = parameters.Comparison.Levels[level];
        if (definition is not { TermFrequency: { } attribute, TermFrequencyWeight: > 0 } || !model.TermFrequencies.TryGetValue(attribute, out TermFrequencies? frequencies))
        {
            return null;
        }

        LevelParameters equal = parameters.Levels[LevelOfEqual(parameters.Comparison, attribute) ?? level];
        return new LevelAdjustment(attribute, definition, frequencies, equal.Agreement ?? equal.U, model.PriorStrength);
    }

    /// <summary>The adjustment in bits for a value that so many contents have.</summary>
    public double Bits(int count) => _weight * Math.Log2(_u / Math.Max(Frequency(count), _leastFrequency));

    /// <summary>The largest adjustment that any value can have; at least 0, which is what two records without the value get.</summary>
    public double MostBits() => _mostBits.Value;

    /// <summary>How common a value is, the mean frequency worth some observations more; as counted where the model has no prior strength.</summary>
    private double Frequency(int count)
    {
        double frequency = (count + (_priorStrength * _u)) / (Math.Max(Frequencies.Total, count) + _priorStrength);

        // A value that no record beside the pair has is no evidence of being common, however few records there are.
        return count <= 2 && _priorStrength > 0 ? Math.Min(frequency, _u) : frequency;
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
