using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How ordered rules divide the combinations of scores among them: overlaps, rules without effect, gaps.</summary>
/// <param name="Bins">The highest scores.</param>
/// <param name="Rules">What each rule takes, in order.</param>
/// <param name="Gaps">The combinations that no rule takes, by rising scores. A model needs rules without gaps.</param>
public sealed record RfmRuleCoverage(RfmBins Bins, ValueList<RuleCoverage> Rules, ValueList<RfmCell> Gaps)
{
    /// <summary>Gets whether every combination has a rule and every rule has one.</summary>
    public bool IsSound => Gaps.Count == 0 && !Rules.Any(static rule => rule.IsDead);

    /// <summary>Writes what each rule takes, for a person.</summary>
    /// <returns>A line for each rule, one for each overlap, and the gaps.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        foreach (RuleCoverage rule in Rules)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{rule.Position + 1}. {rule.Rule.Name} ({rule.Rule.Describe()}): takes {rule.Takes} of the {rule.Matches} combinations it matches{(rule.IsDead ? "; it never names anybody" : string.Empty)}");
            foreach (RuleOverlap earlier in rule.Earlier)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"   {earlier.Cells} go to {earlier.Position + 1}. {earlier.Name} before it");
            }
        }

        text.AppendLine(Gaps.Count == 0
            ? "No combination of scores is left without a segment."
            : string.Create(CultureInfo.InvariantCulture, $"{Gaps.Count} of {Bins.Cells} combinations of scores have no segment, the first is {Gaps[0]}. Add a last rule without bounds."));
        return text.ToString();
    }

    internal static RfmRuleCoverage Of(ValueList<RfmSegmentRule> rules, RfmBins bins)
    {
        int[] matches = new int[rules.Count];
        int[,] taken = new int[rules.Count, rules.Count];
        var gaps = new List<RfmCell>();
        for (int index = 0; index < bins.Cells; index++)
        {
            RfmCell cell = bins.Cell(index);
            int first = -1;
            for (int rule = 0; rule < rules.Count; rule++)
            {
                if (rules[rule].Matches(cell.RecencyOnFive, cell.FrequencyOnFive, cell.MonetaryOnFive))
                {
                    first = first < 0 ? rule : first;
                    matches[rule]++;
                    taken[rule, first]++;
                }
            }

            if (first < 0)
            {
                gaps.Add(cell);
            }
        }

        return new RfmRuleCoverage(
            bins,
            ValueList.From(rules.Select((rule, at) => new RuleCoverage(
                at,
                rule,
                matches[at],
                taken[at, at],
                ValueList.From(Enumerable.Range(0, at).Where(earlier => taken[at, earlier] > 0).Select(earlier => new RuleOverlap(earlier, rules[earlier].Name, taken[at, earlier])))))),
            ValueList.From(gaps));
    }
}
