namespace CustomerInsight;

/// <summary>A rule whose ties another breaks.</summary>
/// <param name="first">The rule.</param>
/// <param name="next">The rule for its ties.</param>
internal sealed class ChainedRule(RankedSurvivorshipRule first, RankedSurvivorshipRule next) : RankedSurvivorshipRule
{
    public override string Name { get; } = $"{first.Name}, then {next.Name}";

    public override int Compare(Contender left, Contender right, IReadOnlyList<Contender> contenders) =>
        first.Compare(left, right, contenders) is not 0 and int order ? order : next.Compare(left, right, contenders);

    public override Comparison<Contender> Prepare(IReadOnlyList<Contender> contenders)
    {
        Comparison<Contender> compare = first.Prepare(contenders);
        Comparison<Contender>? breakTie = null;
        return (left, right) =>
        {
            int order = compare(left, right);

            // Most ties never come, so what breaks them is prepared at the first.
            return order != 0 ? order : (breakTie ??= next.Prepare(contenders))(left, right);
        };
    }
}
