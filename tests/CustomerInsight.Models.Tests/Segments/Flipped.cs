namespace CustomerInsight.Models.Tests;

/// <summary>How a condition would turn out with some answers turned round.</summary>
internal static class Flipped
{
    public static IEnumerable<ConditionOutcome> Questions(ConditionOutcome outcome) => outcome.Condition is TraitCondition ? [outcome] : outcome.Parts.SelectMany(Questions);

    public static bool Holds(ConditionOutcome outcome, Func<string, bool> isFlipped) => outcome.Condition switch
    {
        AllCondition => outcome.Parts.All(part => Holds(part, isFlipped)),
        AnyCondition => outcome.Parts.Any(part => Holds(part, isFlipped)),
        NotCondition => !Holds(outcome.Parts[0], isFlipped),
        InSegmentCondition => Holds(outcome.Parts[0], isFlipped),
        _ => outcome.Holds ^ isFlipped(outcome.Path),
    };
}
