namespace CustomerInsight.Matching;

/// <summary>Charts of a pair, as Vega-Lite v5 specifications with their data inside; any Vega viewer shows them. They hold no value of the records.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class PairCharts
{
    private const string WaterfallView = """
        {
          "height": 320,
          "layer": [
            {
              "mark": { "type": "bar", "width": { "band": 0.7 } },
              "encoding": {
                "x": { "field": "step", "type": "ordinal", "sort": null, "axis": { "title": null, "labelAngle": -30, "labelLimit": 260 } },
                "y": { "field": "start", "type": "quantitative", "axis": { "title": "match weight, bits" } },
                "y2": { "field": "end" },
                "color": { "field": "role", "type": "nominal", "scale": { "domain": ["prior", "for", "against", "says nothing", "weight"], "range": ["#8c8c8c", "#2a9d5c", "#d1495b", "#d9d9d9", "#30638e"] }, "legend": { "title": null } },
                "tooltip": [
                  { "field": "comparison", "type": "nominal" },
                  { "field": "level", "type": "nominal" },
                  { "field": "weight", "type": "quantitative", "format": "+.2f" },
                  { "field": "end", "type": "quantitative", "format": "+.2f", "title": "weight so far" },
                  { "field": "probability", "type": "quantitative", "format": ".4f" }
                ]
              }
            },
            {
              "mark": { "type": "text", "dy": -6 },
              "encoding": { "x": { "field": "step", "type": "ordinal", "sort": null }, "y": { "field": "top", "type": "quantitative" }, "text": { "field": "weight", "type": "quantitative", "format": "+.1f" } }
            },
            { "mark": { "type": "rule", "color": "#555" }, "encoding": { "y": { "datum": 0 } } }
          ]
        }
        """;

    /// <summary>The evidence as a waterfall: a bar for the prior, one for each line, one for the weight.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <returns>The specification.</returns>
    public static string Waterfall(PairEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        IEnumerable<(string Field, object? Value)[]> steps = evidence.Waterfall().Select((step, i) => Row(step, i, i == 0 ? "prior" : step.Weight > 0 ? "for" : step.Weight < 0 ? "against" : "says nothing"));
        var all = new WaterfallStep("match weight", "in all", evidence.Weight, 0, evidence.Weight);
        return VegaLite.Spec("Why this weight", steps.Append(Row(all, evidence.Evidence.Count + 1, "weight")), WaterfallView);
    }

    // The number makes a step's name its own: a comparison may have two lines of one level.
    private static (string Field, object? Value)[] Row(WaterfallStep step, int number, string role) =>
    [
        ("step", $"{number}. {step.Comparison}: {step.Level}"),
        ("comparison", step.Comparison),
        ("level", step.Level),
        ("weight", step.Weight),
        ("start", step.Start),
        ("end", step.End),
        ("top", Math.Max(step.Start, step.End)),
        ("probability", step.Probability),
        ("role", role),
    ];
}
