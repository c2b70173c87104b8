using System.Text;

namespace CustomerInsight.Models;

/// <summary>Whether a customer is in a segment, with the reason, and what is lacking otherwise.</summary>
/// <param name="Segment">The segment's name.</param>
/// <param name="IsMember">Whether the customer is in it.</param>
/// <param name="Reason">How each condition turned out, those of segments that are asked for with it, each once.</param>
/// <param name="Lacks">
/// For a customer who is not in it: the fewest questions that would have to be answered otherwise, each taken on its own; of several such ways the nearest where both are a number or day of one
/// trait, else the first. Empty for a member, and where no answers would do.
/// </param>
public sealed record SegmentVerdict(string Segment, bool IsMember, ConditionOutcome Reason, ValueList<ConditionGap> Lacks)
{
    /// <summary>Says whether the customer is in the segment, what is lacking, and how each condition turned out.</summary>
    /// <returns>Several lines. They name the customer's values but not the customer: not for logs.</returns>
    public string Explain()
    {
        var text = new StringBuilder();
        text.Append(IsMember ? "In" : "Not in").Append(" segment '").Append(Segment).Append("'\n");
        foreach (ConditionGap gap in Lacks)
        {
            text.Append("  lacks: ").Append(gap.Describe()).Append('\n');
        }

        return text.Append(Reason.Explain()).ToString();
    }

    /// <summary>Says whether the customer is in the segment and how many answers are lacking, never whose or which.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsMember ? $"in '{Segment}'" : FormattableString.Invariant($"not in '{Segment}': lacks {Lacks.Count}");
}
