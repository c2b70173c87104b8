namespace CustomerInsight;

/// <summary>Prefers the contender of the highest quality. All are scored once for each choice.</summary>
internal sealed class QualityRule(QualityWeights weights) : RankedSurvivorshipRule
{
    public override string Name => "quality-weighted";

    public override int Compare(Contender left, Contender right, IReadOnlyList<Contender> contenders)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Prepare(contenders)(left, right);
    }

    public override Comparison<Contender> Prepare(IReadOnlyList<Contender> contenders)
    {
        ValueList<double> scores = weights.Scores(contenders);
        var scoreOf = new Dictionary<Contender, double>(contenders.Count, ReferenceEqualityComparer.Instance);
        for (int i = 0; i < contenders.Count; i++)
        {
            scoreOf[contenders[i]] = scores[i];
        }

        return (left, right) => scoreOf[left].CompareTo(scoreOf[right]);
    }
}
