namespace CustomerInsight.Models;

public sealed partial record SurvivalValidation
{
    private const string CalibrationView = """
        {
          "width": 320,
          "height": 320,
          "encoding": { "x": { "field": "foretold", "type": "quantitative", "scale": { "domain": [0, 1] }, "axis": { "title": "foretold still there", "format": ".0%" } } },
          "layer": [
            { "mark": { "type": "line", "strokeDash": [4, 4], "color": "#999999" }, "encoding": { "y": { "field": "foretold", "type": "quantitative" } } },
            { "mark": "rule", "encoding": { "y": { "field": "low", "type": "quantitative" }, "y2": { "field": "high" } } },
            {
              "mark": { "type": "point", "filled": true },
              "encoding": {
                "y": { "field": "observed", "type": "quantitative", "scale": { "domain": [0, 1] }, "axis": { "title": "observed", "format": ".0%" } },
                "size": { "field": "customers", "type": "quantitative", "legend": null }
              }
            }
          ]
        }
        """;

    private const string ScoreView = """
        {
          "width": 480,
          "height": 280,
          "mark": "line",
          "encoding": {
            "x": { "field": "time", "type": "quantitative" },
            "y": { "field": "score", "type": "quantitative", "axis": { "title": "Brier score" } },
            "color": { "field": "of", "type": "nominal", "legend": { "title": null } }
          }
        }
        """;

    /// <summary>Draws what was foretold at the horizon against what came, a point for each group of like risk.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string CalibrationToVegaLite() => VegaLite.Spec(
        FormattableString.Invariant($"Still there after {Horizon:G5}"),
        Calibration.Select(static row => new (string, object?)[]
        {
            ("foretold", row.Foretold), ("observed", row.Observed), ("low", row.Low), ("high", row.High), ("customers", row.Customers),
        }),
        CalibrationView);

    /// <summary>Draws the Brier score over time beside that of one curve for everyone.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ScoresToVegaLite() => VegaLite.Spec(
        "Distance of foretold chances from what came",
        VegaLite.Thinned(Rows.Count).SelectMany(i => new (string, object?)[][]
        {
            [("time", Rows[i].Time), ("score", Rows[i].Brier), ("of", "model")],
            [("time", Rows[i].Time), ("score", Rows[i].BaselineBrier), ("of", "one curve for everyone")],
        }),
        ScoreView);
}
