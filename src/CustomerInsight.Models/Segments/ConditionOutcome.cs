namespace CustomerInsight.Models;

/// <summary>How a condition turned out for one customer, with its parts.</summary>
/// <param name="Path">The place of the condition as a JSON pointer into the set's JSON.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Actual">The value that was asked about; missing for a condition that is no question about a trait.</param>
/// <param name="Parts">The parts of and, or, not, and the condition of a segment that is asked for; none for a question.</param>
public sealed record ConditionOutcome(string Path, SegmentCondition Condition, bool Holds, TraitValue Actual, ValueList<ConditionOutcome> Parts)
{
    /// <summary>Says which conditions hold and which do not.</summary>
    /// <returns>A line for each condition, its parts indented below it: <c>+</c> where it holds, <c>-</c> where not. It names the customer's values: not for logs.</returns>
    public string Explain() => string.Join('\n', Lines(0));

    /// <summary>Says whether the condition holds, never the value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{(Holds ? "+" : "-")} {Condition.Describe()}";

    private IEnumerable<string> Lines(int depth)
    {
        string text = Condition switch
        {
            AllCondition { Conditions.Count: > 0 } => "all of",
            AnyCondition => "at least one of",
            NotCondition => "not",
            TraitCondition question => $"{question.Describe()} (it is {Actual.Describe()})",
            _ => Condition.Describe(),
        };
        return Parts.SelectMany(part => part.Lines(depth + 1)).Prepend($"{new string(' ', depth * 2)}{(Holds ? '+' : '-')} {text}");
    }
}
