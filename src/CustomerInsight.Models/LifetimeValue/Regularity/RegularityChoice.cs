using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>Models of several regularities, and the one under which the purchases are most likely.</summary>
/// <param name="Chosen">The best; null where none could be fitted.</param>
/// <param name="Candidates">All, the least regular first.</param>
public sealed record RegularityChoice(RegularityCandidate? Chosen, ValueList<RegularityCandidate> Candidates)
{
    /// <summary>Writes the choice for a person.</summary>
    /// <returns>A table; no personal data.</returns>
    public string Describe() => new StringBuilder().AppendGrid(
    [
        ["model", "regularity", "log-likelihood", "behind"],
        .. Candidates.Select(candidate => new[]
        {
            candidate.Fit.Model,
            candidate.Regularity.ToString(CultureInfo.InvariantCulture),
            candidate.LogLikelihood?.ToString("#,0.000", CultureInfo.InvariantCulture) ?? "–",
            candidate.LogLikelihood is double value ? (Chosen!.LogLikelihood!.Value - value).ToString("#,0.000", CultureInfo.InvariantCulture) : "–",
        }),
    ]).ToString();
}
