namespace CustomerInsight.Matching;

/// <summary>What was decided about a record and another one.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class RecordDecision
{
    private readonly Func<PairEvidence> _explain;

    internal RecordDecision(RecordKey other, double weight, string rule, bool isLinked, bool isTogether, Func<PairEvidence> explain)
    {
        Other = other;
        Weight = weight;
        Rule = rule;
        IsLinked = isLinked;
        IsTogether = isTogether;
        _explain = explain;
    }

    /// <summary>Gets the other record: the first in canonical order of those that say the same.</summary>
    public RecordKey Other { get; }

    /// <summary>Gets the match weight in bits.</summary>
    public double Weight { get; }

    /// <summary>Gets the probability that the two are one entity, from 0 to 1.</summary>
    public double Probability => MatchWeight.ToProbability(Weight);

    /// <summary>Gets the rule that links the two whatever they weigh, else the blocking rule that brought them together, or <see cref="MatchLink.IdenticalContent"/>.</summary>
    public string Rule { get; }

    /// <summary>Gets a value indicating whether the pair by itself is enough for a link.</summary>
    public bool IsLinked { get; }

    /// <summary>Gets a value indicating whether the two are in one profile: other records, limits and what people said count too.</summary>
    public bool IsTogether { get; }

    /// <summary>Gets the evidence, which adds up to the weight; made at each call, a few microseconds.</summary>
    public PairEvidence Evidence => _explain();
}
