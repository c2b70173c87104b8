using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>The mixture that was chosen among several, and how each of them did.</summary>
/// <param name="Fit">The chosen mixture and how its fit went; without a model where none could be chosen.</param>
/// <param name="Criterion">By what it was chosen.</param>
/// <param name="Candidates">All that were tried, by shape and number of groups.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record MixtureChoice(FitResult<GaussianMixtureModel> Fit, MixtureCriterion Criterion, ValueList<MixtureCandidate> Candidates)
{
    /// <summary>Gets the candidate that was chosen; null where none could be.</summary>
    public MixtureCandidate? Chosen => Candidates.Where(static candidate => candidate is { IsSound: true, Criteria: not null })
        .OrderBy(candidate => Value(candidate.Criteria!)).ThenBy(static candidate => candidate.Criteria!.Parameters).FirstOrDefault();

    /// <summary>Writes the choice for a person.</summary>
    /// <returns>What was chosen and why, then a line for each candidate, the best first.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        MixtureCandidate[] ordered = [.. Candidates.Where(static candidate => candidate.Criteria is not null).OrderBy(candidate => Value(candidate.Criteria!))];
        text.AppendLine(Chosen is MixtureCandidate chosen
            ? string.Create(CultureInfo.InvariantCulture, $"{chosen.Groups} groups with {chosen.Covariance} covariance have the least {Name} of {ordered.Count(static candidate => candidate.IsSound)} sound mixtures{Lead(ordered, chosen)}")
            : "No mixture could be fitted soundly");
        foreach (MixtureCandidate candidate in ordered)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {candidate.Groups,3} {candidate.Covariance,-9} {Name} {Value(candidate.Criteria!),14:#,0.00}{(candidate.IsSound ? string.Empty : " (not sound)")}");
        }

        return text.ToString();
    }

    /// <summary>Draws the criterion over the number of groups, a line for each shape.</summary>
    /// <returns>A Vega-Lite specification with its data.</returns>
    public string ToVegaLite() => VegaLite.Spec($"{Name} of Gaussian mixtures", Candidates.Select(Point), """
        {
          "mark": { "type": "line", "point": true },
          "encoding": {
            "x": { "field": "groups", "type": "ordinal", "title": "groups" },
            "y": { "field": "value", "type": "quantitative", "title": "criterion (less is better)", "scale": { "zero": false } },
            "color": { "field": "covariance", "type": "nominal" },
            "tooltip": [{ "field": "covariance" }, { "field": "groups" }, { "field": "value", "type": "quantitative", "format": ",.1f" }, { "field": "sound" }]
          }
        }
        """);

    private string Name => Criterion == MixtureCriterion.Bic ? "BIC" : "AIC";

    private double Value(MixtureCriteria criteria) => Criterion == MixtureCriterion.Bic ? criteria.Bic : criteria.Aic;

    private string Lead(MixtureCandidate[] ordered, MixtureCandidate chosen)
    {
        MixtureCandidate? next = ordered.FirstOrDefault(candidate => candidate.IsSound && candidate != chosen);
        return next is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", by {Value(next.Criteria!) - Value(chosen.Criteria!):#,0.0} before {next.Groups} with {next.Covariance}");
    }

    private (string Field, object? Value)[] Point(MixtureCandidate candidate) =>
    [
        ("groups", candidate.Groups), ("covariance", candidate.Covariance.ToString()),
        ("value", candidate.Criteria is MixtureCriteria criteria ? Value(criteria) : null), ("sound", candidate.IsSound ? "yes" : "no"),
    ];
}
