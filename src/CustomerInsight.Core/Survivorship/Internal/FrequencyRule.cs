namespace CustomerInsight;

/// <summary>Prefers what most contenders say. All are counted once for each choice, so that a large cluster costs no more than its size.</summary>
internal sealed class FrequencyRule : RankedSurvivorshipRule
{
    public override string Name => "most frequent";

    public override int Compare(Contender left, Contender right, IReadOnlyList<Contender> contenders)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(contenders);
        return Count(left, contenders).CompareTo(Count(right, contenders));
    }

    public override Comparison<Contender> Prepare(IReadOnlyList<Contender> contenders)
    {
        ArgumentNullException.ThrowIfNull(contenders);
        var counts = new Dictionary<Contender, int>(contenders.Count, SayingComparer.Instance);
        foreach (Contender contender in contenders)
        {
            counts[contender] = counts.GetValueOrDefault(contender) + 1;
        }

        return (left, right) => counts.GetValueOrDefault(left).CompareTo(counts.GetValueOrDefault(right));
    }

    private static int Count(Contender contender, IReadOnlyList<Contender> contenders) =>
        contenders.Count(other => SayingComparer.Instance.Equals(contender, other));
}
