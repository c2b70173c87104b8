using System.Text;

namespace CustomerInsight.Matching;

/// <summary>Why two records are not one entity.</summary>
/// <param name="SameCluster">True where they are one, so that there is nothing to explain.</param>
/// <param name="FoundBy">The rule that brought them together, <see cref="MatchLink.IdenticalContent"/>, or null where they were not compared.</param>
/// <param name="Causes">Everything that speaks against, each enough by itself; none where they are in one cluster.</param>
/// <param name="Evidence">What comparing them says, whether the run compared them or not.</param>
public sealed record PairDiagnosis(bool SameCluster, string? FoundBy, ValueList<NotLinkedCause> Causes, PairEvidence Evidence)
{
    /// <summary>Writes the reasons and the evidence for a person.</summary>
    /// <returns>A line for each reason, then the evidence; no value of the records.</returns>
    public string Explain()
    {
        var text = new StringBuilder();
        if (SameCluster)
        {
            text.AppendLine("they are one: the same cluster holds both");
        }

        foreach (NotLinkedCause cause in Causes)
        {
            text.AppendLine(cause.Text);
        }

        return text.Append(Evidence.Explain()).ToString();
    }
}
