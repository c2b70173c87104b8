using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

public sealed partial record AftModel
{
    private const string TimeRatioView = """
        {
          "width": 420,
          "height": { "step": 20 },
          "encoding": { "y": { "field": "feature", "type": "nominal", "sort": null, "axis": { "title": null } } },
          "layer": [
            { "mark": { "type": "rule", "color": "#999999" }, "encoding": { "x": { "datum": 1 }, "y": null } },
            { "mark": "rule", "encoding": { "x": { "field": "low", "type": "quantitative", "scale": { "type": "log" }, "axis": { "title": "time is multiplied by" } }, "x2": { "field": "high" } } },
            { "mark": { "type": "point", "filled": true }, "encoding": { "x": { "field": "ratio", "type": "quantitative", "scale": { "type": "log" } } } }
          ]
        }
        """;

    /// <summary>Writes the model for a person.</summary>
    /// <returns>A line on the distribution and a table of what each feature multiplies the time by; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{NameOf(Distribution)}: intercept {Intercept:G5}, scale {Scale:G5}");
        return Columns.Count == 0 ? text.ToString() : text.AppendGrid(
        [
            ["feature", "coefficient", "time ×", "95 % from", "to", "p"],
            .. Coefficients.Select(static coefficient => new[]
            {
                coefficient.Feature, Number(coefficient.Value), Number(coefficient.TimeRatio), Number(coefficient.Low), Number(coefficient.High), Number(coefficient.PValue, "G2"),
            }),
        ]).ToString();
    }

    /// <summary>Draws by what each feature multiplies the time, with its interval.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        $"{NameOf(Distribution)}: time that customers stay",
        Coefficients.Select(static coefficient => new (string, object?)[]
        {
            ("feature", coefficient.Feature), ("ratio", coefficient.TimeRatio), ("low", coefficient.Low), ("high", coefficient.High),
        }),
        TimeRatioView);

    private static string Number(double? value, string format = "G4") => value is double known ? known.ToString(format, CultureInfo.InvariantCulture) : "–";
}
