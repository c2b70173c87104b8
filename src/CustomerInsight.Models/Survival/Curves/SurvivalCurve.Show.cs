namespace CustomerInsight.Models;

public sealed partial record SurvivalCurve
{
    private const string View = """
        {
          "width": 480,
          "height": 280,
          "mark": { "type": "line", "interpolate": "step-after" },
          "encoding": {
            "x": { "field": "time", "type": "quantitative" },
            "y": { "field": "survival", "type": "quantitative", "scale": { "domain": [0, 1] }, "axis": { "title": "still there", "format": ".0%" } }
          }
        }
        """;

    /// <summary>Draws the curve.</summary>
    /// <param name="title">What stands above it.</param>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside; of a curve with many steps, a thousand evenly chosen ones.</returns>
    public string ToVegaLite(string title = "Share that is still there") => VegaLite.Spec(
        title,
        VegaLite.Thinned(Times.Count + 2).Select(point => new (string, object?)[]
        {
            ("time", point == 0 ? 0.0 : point <= Times.Count ? Times[point - 1] : End),
            ("survival", point == 0 ? 1.0 : point <= Times.Count ? Probabilities[point - 1] : Times.Count > 0 ? Probabilities[^1] : 1.0),
        }),
        View);
}
