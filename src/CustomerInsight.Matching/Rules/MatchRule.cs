namespace CustomerInsight.Matching;

/// <summary>A deterministic rule that links: where it holds, two records are linked whatever they weigh, unless a constraint keeps them apart.</summary>
/// <param name="Name">Its name, which links and reports use.</param>
/// <param name="Condition">When it holds.</param>
/// <param name="FoundBy">The blocking rule that brings its pairs together; it is used whatever the budget of pairs. A key that more distinct contents share than <see cref="MatchingOptions.LargestBlock"/> links nothing (law L14): pairs that share no other key of this rule are not linked by it, even where a further rule finds them.</param>
public sealed record MatchRule(string Name, LevelCondition Condition, IBlockingRule FoundBy);
