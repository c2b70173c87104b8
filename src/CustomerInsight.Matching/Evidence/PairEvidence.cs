using System.Globalization;
using System.Text;

namespace CustomerInsight.Matching;

/// <summary>Why two records are thought one entity or not: the prior and the evidence, which add up to the weight (law L9).</summary>
/// <param name="Weight">The match weight in bits: the prior and all evidence, added in this order.</param>
/// <param name="PriorWeight">What is known before looking: log2 of the odds that two records out of all are a match.</param>
/// <param name="Evidence">One line a comparison, with lines of their own for how common a shared value is and for identifiers.</param>
public sealed record PairEvidence(double Weight, double PriorWeight, ValueList<FieldEvidence> Evidence)
{
    /// <summary>Gets the probability that the two are one entity, from 0 to 1.</summary>
    public double Probability => MatchWeight.ToProbability(Weight);

    /// <summary>Lays the evidence out as a waterfall, from the prior to the weight.</summary>
    /// <returns>The prior, then a step for each line of the evidence in its order; the last ends at <see cref="Weight"/> to the last bit.</returns>
    public ValueList<WaterfallStep> Waterfall()
    {
        var steps = new List<WaterfallStep>(Evidence.Count + 1) { new(WaterfallStep.Prior, "how rarely two records are one", PriorWeight, 0, PriorWeight) };
        foreach (FieldEvidence line in Evidence)
        {
            steps.Add(new WaterfallStep(line.Comparison, line.Level, line.Weight, steps[^1].End, steps[^1].End + line.Weight));
        }

        return ValueList.From(steps);
    }

    /// <summary>Writes the evidence for a person, strongest first, without what rounds to nothing; no value of the records.</summary>
    /// <returns>A line each with its bits, such as <c>+9.1  e-mail: same user part</c>.</returns>
    public string Explain() => Explain(Evidence.Where(static line => Rounded(line.Weight, 1) != 0), static _ => null);

    /// <summary>Writes lines of the evidence, strongest first, each with a text beneath where there is one; then the prior and the weight.</summary>
    internal string Explain(IEnumerable<FieldEvidence> lines, Func<FieldEvidence, string?> beneath)
    {
        var text = new StringBuilder();
        foreach (FieldEvidence line in lines.OrderByDescending(static line => Math.Abs(line.Weight)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Rounded(line.Weight, 1),7:+0.0;-0.0;0.0}  {line.Comparison}: {line.Level}");
            if (beneath(line) is { } below)
            {
                text.AppendLine(below);
            }
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{Rounded(PriorWeight, 1),7:+0.0;-0.0;0.0}  before looking: how rarely two records are one customer");
        text.Append(CultureInfo.InvariantCulture, $"{Rounded(Weight, 1),7:+0.0;-0.0;0.0}  bits in all, probability {Probability:0.####}");
        return text.ToString();
    }

    /// <summary>Writes the evidence in one line, in the order of the comparisons, for a file.</summary>
    /// <returns>Such as <c>prior -12.9; given name: same +6.1; …</c>.</returns>
    public string Summarize() => string.Create(CultureInfo.InvariantCulture, $"prior {Rounded(PriorWeight, 2):+0.00;-0.00;0.00}")
        + string.Concat(Evidence.Select(static line => string.Create(CultureInfo.InvariantCulture, $"; {line.Comparison}: {line.Level} {Rounded(line.Weight, 2):+0.00;-0.00;0.00}")));

    // Adding zero takes the sign from a negative zero.
    private static double Rounded(double weight, int digits) => Math.Round(weight, digits) + 0.0;
}
