namespace CustomerInsight.Models.Tests;

/// <summary>How a condition would turn out with some answers turned round.</summary>
internal static class Flipped
{
    public static IEnumerable<ConditionOutcome> Questions(ConditionOutcome outcome) => outcome.Condition is TraitCondition ? [outcome] : outcome.Parts.SelectMany(Questions);

    public static bool Holds(ConditionOutcome outcome, Func<string, bool> isFlipped)
    {
        var told = new Dictionary<string, ConditionOutcome>();
        Gather(outcome);
        return Of(outcome);

        // The condition of a segment is told where it is asked for first.
        void Gather(ConditionOutcome at)
        {
            if (at.Condition is InSegmentCondition asked && at.Parts.Count > 0)
            {
                told.Add(asked.Segment, at.Parts[0]);
            }

            foreach (ConditionOutcome part in at.Parts)
            {
                Gather(part);
            }
        }

        bool Of(ConditionOutcome at) => at.Condition switch
        {
            AllCondition => at.Parts.All(Of),
            AnyCondition => at.Parts.Any(Of),
            NotCondition => !Of(at.Parts[0]),
            InSegmentCondition asked => Of(told[asked.Segment]),
            _ => at.Holds ^ isFlipped(at.Path),
        };
    }
}
