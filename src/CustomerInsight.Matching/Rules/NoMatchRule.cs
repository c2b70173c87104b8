namespace CustomerInsight.Matching;

/// <summary>A deterministic rule that keeps apart: where it holds between any two records, no cluster holds both, whatever they weigh. It outranks a <see cref="MatchRule"/>; a person's "same" outranks it.</summary>
/// <param name="Name">Its name, which reports use.</param>
/// <param name="Condition">When it holds.</param>
public sealed record NoMatchRule(string Name, LevelCondition Condition);
