namespace CustomerInsight.Matching;

/// <summary>Marks and encodings of the charts of how good matching is.</summary>
internal static class EvaluationViews
{
    public const string PrecisionRecall = """
        {
          "width": 420,
          "height": 320,
          "mark": { "type": "line", "interpolate": "step-before", "point": { "size": 12 } },
          "encoding": {
            "x": { "field": "recall", "type": "quantitative", "scale": { "domain": [0, 1] } },
            "y": { "field": "precision", "type": "quantitative", "scale": { "zero": false } },
            "order": { "field": "weight", "type": "quantitative", "sort": "descending" },
            "tooltip": [
              { "field": "weight", "type": "quantitative", "format": ".2f" },
              { "field": "probability", "type": "quantitative", "format": ".4f" },
              { "field": "precision", "type": "quantitative", "format": ".4f" },
              { "field": "recall", "type": "quantitative", "format": ".4f" },
              { "field": "f1", "type": "quantitative", "format": ".4f" },
              { "field": "found", "type": "quantitative", "format": "," }
            ]
          }
        }
        """;

    public const string Thresholds = """
        {
          "width": 420,
          "height": 320,
          "transform": [{ "fold": ["precision", "recall", "f1"], "as": ["measure", "value"] }],
          "mark": "line",
          "encoding": {
            "x": { "field": "weight", "type": "quantitative", "axis": { "title": "threshold, bits" } },
            "y": { "field": "value", "type": "quantitative", "axis": { "title": null } },
            "color": { "field": "measure", "type": "nominal", "legend": { "title": null } },
            "tooltip": [
              { "field": "weight", "type": "quantitative", "format": ".2f" },
              { "field": "measure", "type": "nominal" },
              { "field": "value", "type": "quantitative", "format": ".4f" }
            ]
          }
        }
        """;

    public const string Calibration = """
        {
          "width": 320,
          "height": 320,
          "layer": [
            {
              "mark": { "type": "rule", "color": "#999", "strokeDash": [4, 4] },
              "encoding": { "x": { "datum": 0 }, "y": { "datum": 0 }, "x2": { "datum": 1 }, "y2": { "datum": 1 } }
            },
            {
              "mark": { "type": "rule" },
              "encoding": { "x": { "field": "stated", "type": "quantitative" }, "y": { "field": "low", "type": "quantitative" }, "y2": { "field": "high" } }
            },
            {
              "mark": { "type": "point", "filled": true },
              "encoding": {
                "x": { "field": "stated", "type": "quantitative", "axis": { "title": "stated probability" } },
                "y": { "field": "observed", "type": "quantitative", "axis": { "title": "share that is true" } },
                "size": { "field": "pairs", "type": "quantitative", "scale": { "type": "log" } },
                "tooltip": [
                  { "field": "pairs", "type": "quantitative", "format": "," },
                  { "field": "stated", "type": "quantitative", "format": ".4f" },
                  { "field": "observed", "type": "quantitative", "format": ".4f" }
                ]
              }
            }
          ]
        }
        """;

    public const string Unlinkable = """
        {
          "width": 420,
          "height": 320,
          "mark": { "type": "line", "interpolate": "step-after" },
          "encoding": {
            "x": { "field": "weight", "type": "quantitative", "axis": { "title": "threshold, bits" } },
            "y": { "field": "share", "type": "quantitative", "axis": { "title": "records that cannot be linked", "format": "%" } },
            "tooltip": [
              { "field": "weight", "type": "quantitative", "format": ".2f" },
              { "field": "probability", "type": "quantitative", "format": ".4f" },
              { "field": "records", "type": "quantitative", "format": "," },
              { "field": "share", "type": "quantitative", "format": ".2%" }
            ]
          }
        }
        """;

    public const string Weights = """
        {
          "width": 420,
          "height": 260,
          "mark": "bar",
          "encoding": {
            "x": { "field": "from", "type": "quantitative", "bin": { "binned": true, "step": 1 }, "axis": { "title": "match weight, bits" } },
            "x2": { "field": "to" },
            "y": { "field": "pairs", "type": "quantitative" },
            "tooltip": [
              { "field": "from", "type": "quantitative" },
              { "field": "to", "type": "quantitative" },
              { "field": "pairs", "type": "quantitative", "format": "," }
            ]
          }
        }
        """;

    public const string Sizes = """
        {
          "width": 420,
          "height": 260,
          "mark": "bar",
          "encoding": {
            "x": { "field": "size", "type": "ordinal", "axis": { "title": "records in the cluster" } },
            "y": { "field": "clusters", "type": "quantitative", "scale": { "type": "symlog" } },
            "tooltip": [
              { "field": "size", "type": "ordinal" },
              { "field": "clusters", "type": "quantitative", "format": "," },
              { "field": "records", "type": "quantitative", "format": "," }
            ]
          }
        }
        """;
}
