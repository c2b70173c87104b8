using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

public sealed partial record CoxModel
{
    private const string ForestView = """
        {
          "width": 420,
          "layer": [
            {
              "mark": {"type": "rule", "tooltip": true},
              "encoding": {
                "x": {"field": "low", "type": "quantitative", "scale": {"type": "log"}, "title": "hazard ratio per standard deviation"},
                "x2": {"field": "high"}
              }
            },
            {
              "mark": {"type": "point", "filled": true, "size": 60, "tooltip": true},
              "encoding": {"x": {"field": "ratio", "type": "quantitative", "scale": {"type": "log"}}}
            },
            {
              "data": {"values": [{"one": 1}]},
              "mark": {"type": "rule", "strokeDash": [4, 4], "color": "gray"},
              "encoding": {"x": {"field": "one", "type": "quantitative"}, "y": null}
            }
          ],
          "encoding": {"y": {"field": "column", "type": "nominal", "sort": null, "title": null}}
        }
        """;

    private const string CurveView = """
        {
          "width": 480,
          "height": 280,
          "mark": {"type": "line", "interpolate": "step-after"},
          "encoding": {
            "x": {"field": "time", "type": "quantitative"},
            "y": {"field": "survival", "type": "quantitative", "scale": {"domain": [0, 1]}, "axis": {"title": "still there, every feature at its mean", "format": ".0%"}},
            "color": {"field": "stratum", "type": "nominal"}
          }
        }
        """;

    /// <summary>Writes the model for a person.</summary>
    /// <returns>A line on the fit, a table of hazard ratios with 95 % intervals, and the tests; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder(ModelName);
        if (Fit is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $": {Fit.Rows:#,0} rows, {Fit.Events:#,0} events");
        }

        text.Append(Cause > 0 ? string.Create(CultureInfo.InvariantCulture, $", cause {Cause}") : string.Empty);
        text.Append(Baselines.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $", {Baselines.Count} strata") : string.Empty);
        text.Append(CultureInfo.InvariantCulture, $", ties by {Ties}");
        text.Append(RobustCovariance is null ? string.Empty : ", robust errors");
        text.AppendLine(Ridge > 0 ? string.Create(CultureInfo.InvariantCulture, $", ridge {Ridge:G4}") : string.Empty);
        text.AppendGrid([["  feature", "coefficient", "hazard ratio", "95 % from", "to", "z", "p"], .. Coefficients.Select(Cells)]);
        foreach (ChiSquaredTest? test in new[] { Fit?.LikelihoodRatio, Fit?.Wald, Fit?.Score })
        {
            if (test is not null)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {test}");
            }
        }

        return text.ToString();
    }

    /// <summary>Draws by what each feature multiplies the hazard for one standard deviation of it, with 95 % intervals (a forest plot).</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside. Features left out are not in it.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "What goes with leaving sooner",
        Coefficients.Where(static coefficient => coefficient.Value != 0 || coefficient.Error is not null).Select(static coefficient => new (string, object?)[]
        {
            ("column", coefficient.Column),
            ("ratio", Math.Exp(coefficient.PerDeviation)),
            ("low", coefficient.Low is double low ? Math.Exp(low * coefficient.Deviation) : null),
            ("high", coefficient.High is double high ? Math.Exp(high * coefficient.Deviation) : null),
        }),
        ForestView);

    /// <summary>Draws the curve of a customer with every feature at its mean, one for each stratum.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside; of a curve with many steps, a thousand evenly chosen ones.</returns>
    public string ToCurvesVegaLite() => VegaLite.Spec(
        "Share that is still there",
        Baselines.SelectMany(static baseline => VegaLite.Thinned(baseline.Times.Count + 2).Select(point => new (string, object?)[]
        {
            ("stratum", baseline.Stratum.ToString(CultureInfo.InvariantCulture)),
            ("time", point == 0 ? 0.0 : point <= baseline.Times.Count ? baseline.Times[point - 1] : baseline.End),
            ("survival", point == 0 ? 1.0 : Survival(baseline.At(point <= baseline.Times.Count ? baseline.Times[point - 1] : baseline.End), 0)),
        })),
        CurveView);

    /// <summary>Writes how many rows, events and features the model is of.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ModelName} of {Columns.Count} features{(Fit is null ? string.Empty : $", {Fit.Events} events in {Fit.Rows} rows")}");

    private static string[] Cells(CoxCoefficient coefficient) =>
    [
        $"  {coefficient.Column}",
        Number(coefficient.Value, "0.0000"),
        Number(coefficient.HazardRatio, "0.000"),
        Number(coefficient.Low is double low ? Math.Exp(low) : null, "0.000"),
        Number(coefficient.High is double high ? Math.Exp(high) : null, "0.000"),
        Number(coefficient.ZValue, "0.00"),
        Number(coefficient.PValue, "0.0000"),
    ];

    private static string Number(double? value, string format) => value is double known ? known.ToString(format, CultureInfo.InvariantCulture) : "–";
}
