using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>What was found suspicious about traits.</summary>
/// <param name="CutOff">The cut-off that the traits look from.</param>
/// <param name="Findings">What was found, the surest first.</param>
/// <param name="Scores">How much each trait tells alone, the most telling first; none where no labels were given, or all are alike.</param>
public sealed record LeakageReport(DateTimeOffset CutOff, ValueList<LeakageFinding> Findings, ValueList<TraitScore> Scores)
{
    /// <summary>The name of a finding about which customers there are: some are known only by what they did later.</summary>
    public const string Customers = "(customers)";

    /// <summary>The name of a finding about which customers there are: some are left out because of what they did later.</summary>
    public const string CustomersLeftOut = "(customers left out)";

    /// <summary>Gets whether nothing was found.</summary>
    public bool IsClean => Findings.Count == 0;

    /// <summary>Writes the findings for a person, with what to do.</summary>
    /// <returns>A line for each; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"leakage at {CutOff:yyyy-MM-dd HH:mm:ss}: {(IsClean ? "nothing found" : $"{Findings.Count} findings")}");
        foreach (LeakageFinding finding in Findings)
        {
            text.Append("  ").AppendLine(finding.Kind == LeakageKind.LooksAhead ? LookingAhead(finding) : Telling(finding));
        }

        return text.ToString();
    }

    private static string LookingAhead(LeakageFinding finding)
    {
        string count = finding.CustomersChanged.ToString("#,0", CultureInfo.InvariantCulture);
        return finding.Trait switch
        {
            Customers => $"{count} customers are known only by what they did after the cut-off. Leave them out.",
            CustomersLeftOut => $"{count} customers are left out because of what they did after the cut-off. Keep them.",
            _ => $"'{finding.Trait}' looks past the cut-off: without the future it is another for {count} customers. Compute it from what was known.",
        };
    }

    private static string Telling(LeakageFinding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"'{finding.Trait}' alone has an area under the ROC curve of {finding.AreaUnderRoc:0.#####}, {(finding.Kind == LeakageKind.TooGood ? "too good for a trait that looks back" : "far above every other trait")}. Check when it is written.");
}
