using System.Text;

namespace CustomerInsight.Models;

/// <summary>How a condition turned out for one customer, with its parts.</summary>
/// <param name="Path">The place of the condition as a JSON pointer into the set's JSON.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Actual">The value that was asked about; missing for a condition that is no question about a trait.</param>
/// <param name="Parts">
/// The parts of and, or, not, and the condition of a segment that is asked for; none for a question. Where a segment is asked for at several places, its condition is told at the first one only.
/// </param>
public sealed record ConditionOutcome(string Path, SegmentCondition Condition, bool Holds, TraitValue Actual, ValueList<ConditionOutcome> Parts)
{
    /// <summary>Says which conditions hold and which do not.</summary>
    /// <returns>A line for each condition, its parts indented below it: <c>+</c> where it holds, <c>-</c> where not. It names the customer's values: not for logs.</returns>
    public string Explain() => Explain(new StringBuilder(), 0).ToString();

    /// <summary>Says whether the condition holds, never the value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{(Holds ? "+" : "-")} {Condition.Describe()}";

    private StringBuilder Explain(StringBuilder text, int depth)
    {
        text.Append(text.Length == 0 ? string.Empty : "\n").Append(' ', depth * 2).Append(Holds ? '+' : '-').Append(' ').Append(Condition switch
        {
            AllCondition { Conditions.Count: > 0 } => "all of",
            AnyCondition => "at least one of",
            NotCondition => "not",
            TraitCondition question => $"{question.Describe()} (it is {Actual.Describe()})",
            InSegmentCondition when Parts.Count == 0 => $"{Condition.Describe()} (as above)",
            _ => Condition.Describe(),
        });
        foreach (ConditionOutcome part in Parts)
        {
            part.Explain(text, depth + 1);
        }

        return text;
    }
}
