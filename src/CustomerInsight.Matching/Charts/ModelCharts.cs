namespace CustomerInsight.Matching;

/// <summary>Charts of a model, as Vega-Lite v5 specifications with their data inside; any Vega viewer shows them.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class ModelCharts
{
    private const string WeightsView = """
        {
          "mark": { "type": "bar", "clip": true },
          "encoding": {
            "row": { "field": "comparison", "type": "nominal", "sort": null, "header": { "labelAngle": 0, "labelAlign": "left", "title": null } },
            "y": { "field": "level", "type": "nominal", "sort": null, "axis": { "title": null } },
            "x": { "field": "weight", "type": "quantitative", "axis": { "title": "match weight, bits: log2(m/u)" } },
            "color": { "condition": { "test": "datum.weight >= 0", "value": "#2a9d5c" }, "value": "#d1495b" },
            "tooltip": [
              { "field": "comparison", "type": "nominal" },
              { "field": "level", "type": "nominal" },
              { "field": "weight", "type": "quantitative", "format": "+.2f" },
              { "field": "m", "type": "quantitative", "format": ".6f" },
              { "field": "u", "type": "quantitative", "format": ".3e" }
            ]
          },
          "resolve": { "scale": { "y": "independent" } }
        }
        """;

    private const string ParametersView = """
        {
          "mark": "bar",
          "encoding": {
            "row": { "field": "comparison", "type": "nominal", "sort": null, "header": { "labelAngle": 0, "labelAlign": "left", "title": null } },
            "column": { "field": "parameter", "type": "nominal", "sort": null, "header": { "title": null } },
            "y": { "field": "level", "type": "nominal", "sort": null, "axis": { "title": null } },
            "x": { "field": "share", "type": "quantitative", "axis": { "title": "share of the pairs", "format": "%" } },
            "color": { "field": "parameter", "type": "nominal", "legend": null },
            "tooltip": [
              { "field": "comparison", "type": "nominal" },
              { "field": "level", "type": "nominal" },
              { "field": "parameter", "type": "nominal" },
              { "field": "share", "type": "quantitative", "format": ".6f" }
            ]
          },
          "resolve": { "scale": { "y": "independent", "x": "independent" } }
        }
        """;

    /// <summary>The match weight of each level of each comparison, below the prior.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The specification.</returns>
    public static string MatchWeights(MatchModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        (string Field, object? Value)[] prior = [("comparison", WaterfallStep.Prior), ("level", "prior"), ("weight", model.PriorWeight), ("m", null), ("u", null)];
        return VegaLite.Spec("Match weights", Levels(model).Select(static one => new (string Field, object? Value)[]
        {
            ("comparison", one.Comparison), ("level", one.Level.Level), ("weight", one.Level.Weight), ("m", one.Level.M), ("u", one.Level.U),
        }).Prepend(prior), WeightsView);
    }

    /// <summary>How often each level holds among matches (m) and among other pairs (u).</summary>
    /// <param name="model">The model.</param>
    /// <returns>The specification.</returns>
    public static string Parameters(MatchModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return VegaLite.Spec("m and u", Levels(model).SelectMany(static one => new[] { ("m: among matches", one.Level.M), ("u: among other pairs", one.Level.U) }
            .Select(share => new (string Field, object? Value)[] { ("comparison", one.Comparison), ("level", one.Level.Level), ("parameter", share.Item1), ("share", share.Item2) })), ParametersView);
    }

    private static IEnumerable<(string Comparison, LevelParameters Level)> Levels(MatchModel model) =>
        model.Comparisons.SelectMany(static parameters => parameters.Levels.Select(level => (parameters.Comparison.Name, level)));
}
