using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>Which purchase model foretells best what customers do, and why.</summary>
/// <param name="Recommended">The model to take; null where the data cannot tell.</param>
/// <param name="Reason">Why, or why not, for a person. No personal data.</param>
/// <param name="Candidates">The models compared, in the order given.</param>
/// <param name="Validation">How they compare in the holdout; null where there was nothing to compare.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record ModelChoice(PurchaseModelKind? Recommended, string Reason, ValueList<ModelCandidate> Candidates, ModelValidation? Validation)
{
    /// <summary>Gets the recommended model as it was fitted on the calibration; null where there is none. Fit the kind again on all data before relying on it.</summary>
    public ModelCandidate? Chosen
    {
        get
        {
            foreach (ModelCandidate candidate in Candidates)
            {
                if (candidate.Kind == Recommended)
                {
                    return candidate;
                }
            }

            return null;
        }
    }

    /// <summary>Writes the choice for a person.</summary>
    /// <returns>The reason, a line for each model, and the comparison of <see cref="ModelValidation.Describe"/>. No personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(Reason);
        List<string[]> rows = [["model", "log-likelihood", "AIC", "BIC", "log score ahead", "behind", "standard error"]];
        rows.AddRange(Candidates.Select(candidate => (string[])
        [
            candidate.Kind == Recommended ? $"{candidate.Fit.Model} *" : candidate.Fit.Model,
            candidate.Model is null ? "no model" : Number(candidate.Fit.LogLikelihood, "#,0.00"),
            Number(candidate.Fit.Aic, "#,0.00"),
            Number(candidate.Fit.Bic, "#,0.00"),
            Number(candidate.Score?.LogScore, "0.00000"),
            Number(candidate.Behind, "0.00000"),
            Number(candidate.BehindStandardError, "0.00000"),
        ]));
        text.AppendGrid(rows);
        if (Validation is { } validation)
        {
            text.AppendLine().Append(validation.Describe());
        }

        return text.ToString();
    }

    private static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
