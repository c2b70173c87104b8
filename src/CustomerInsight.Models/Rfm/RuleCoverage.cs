namespace CustomerInsight.Models;

/// <summary>Which scores one rule takes.</summary>
/// <param name="Position">Its place in the order, from 0.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Matches">How many combinations of scores it matches, whether or not an earlier rule takes them.</param>
/// <param name="Takes">How many of them it takes, because no earlier rule does.</param>
/// <param name="Earlier">Which earlier rules take the others.</param>
public sealed record RuleCoverage(int Position, RfmSegmentRule Rule, int Matches, int Takes, ValueList<RuleOverlap> Earlier)
{
    /// <summary>Gets whether the rule never names a customer: earlier rules take all that it matches, or it matches nothing.</summary>
    public bool IsDead => Takes == 0;
}
