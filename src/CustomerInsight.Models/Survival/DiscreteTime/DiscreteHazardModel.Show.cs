using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

public sealed partial record DiscreteHazardModel
{
    private const string View = """
        {
          "width": 480,
          "height": 280,
          "mark": { "type": "line", "point": true },
          "encoding": {
            "x": { "field": "period", "type": "quantitative", "axis": { "tickMinStep": 1 } },
            "y": { "field": "hazard", "type": "quantitative", "axis": { "title": "leave in the period, of those still there", "format": ".1%" } }
          }
        }
        """;

    /// <summary>Writes the model for a person.</summary>
    /// <returns>A table of what features and periods do to the odds of leaving in a period; no personal data.</returns>
    public string Describe() => new StringBuilder().AppendLine(ToString()).AppendGrid(
    [
        ["", "odds ×", "p"],
        .. Classifier.Coefficients.Select(static coefficient => new[]
        {
            coefficient.Column, coefficient.OddsRatio.ToString("G4", CultureInfo.InvariantCulture), coefficient.PValue?.ToString("G2", CultureInfo.InvariantCulture) ?? "–",
        }),
    ]).ToString();

    /// <summary>Draws the chance to leave in each period up to the last of the fit, for a customer with the mean of every feature.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite()
    {
        double[] means = [.. Classifier.Coefficients.Take(Columns.Count).Select(static coefficient => coefficient.Mean)];
        return VegaLite.Spec(
            "Chance to leave by period",
            VegaLite.Thinned(LastPeriod).Select(at => new (string, object?)[] { ("period", at + 1), ("hazard", Hazard(means, at + 1)) }),
            View);
    }
}
