namespace CustomerInsight;

/// <summary>A ranked rule made of a comparison.</summary>
/// <param name="name">The rule's name.</param>
/// <param name="compare">Above 0 where the first contender should rather survive.</param>
internal sealed class ComparisonRule(string name, Func<Contender, Contender, IReadOnlyList<Contender>, int> compare) : RankedSurvivorshipRule
{
    public override string Name => name;

    public override int Compare(Contender left, Contender right, IReadOnlyList<Contender> contenders)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return compare(left, right, contenders);
    }
}
