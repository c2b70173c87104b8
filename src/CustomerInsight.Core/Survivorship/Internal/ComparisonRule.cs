namespace CustomerInsight;

/// <summary>A ranked rule made of a comparison of two contenders alone.</summary>
/// <param name="name">The rule's name.</param>
/// <param name="compare">Above 0 where the first contender should rather survive.</param>
internal sealed class ComparisonRule(string name, Comparison<Contender> compare) : RankedSurvivorshipRule
{
    public override string Name => name;

    public override int Compare(Contender left, Contender right, IReadOnlyList<Contender> contenders)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return compare(left, right);
    }

    public override Comparison<Contender> Prepare(IReadOnlyList<Contender> contenders) => compare;
}
