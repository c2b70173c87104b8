namespace CustomerInsight.Models;

/// <summary>Survival curves with their intervals as a chart.</summary>
internal static class SurvivalChart
{
    private const string View = """
        {
          "width": 480,
          "height": 280,
          "encoding": {
            "x": { "field": "time", "type": "quantitative" },
            "color": { "field": "group", "type": "nominal", "legend": { "title": null } }
          },
          "layer": [
            {
              "mark": { "type": "area", "interpolate": "step-after", "opacity": 0.2 },
              "encoding": { "y": { "field": "low", "type": "quantitative" }, "y2": { "field": "high" } }
            },
            {
              "mark": { "type": "line", "interpolate": "step-after" },
              "encoding": { "y": { "field": "survival", "type": "quantitative", "scale": { "domain": [0, 1] }, "axis": { "title": "still there", "format": ".0%" } } }
            }
          ]
        }
        """;

    public static string Of(IEnumerable<(string Name, SurvivalEstimate Estimate)> curves) => VegaLite.Spec("Share that is still there", curves.SelectMany(static curve => Rows(curve.Name, curve.Estimate)), View);

    private static IEnumerable<(string Field, object? Value)[]> Rows(string name, SurvivalEstimate estimate)
    {
        foreach (int point in VegaLite.Thinned(estimate.Times.Count + 1))
        {
            SurvivalPoint at = estimate.At(point == 0 ? 0 : estimate.Times[point - 1]);
            yield return [("group", name), ("time", at.Time), ("survival", at.Survival), ("low", at.Low), ("high", at.High)];
        }
    }
}
