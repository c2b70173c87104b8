using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How far customers of today are from those that a model learned from.</summary>
/// <param name="ReferenceRows">How many rows were learned from.</param>
/// <param name="CurrentRows">How many were compared.</param>
/// <param name="Warning">From which population stability index on there is a warning.</param>
/// <param name="Alert">From which on there is an alert.</param>
/// <param name="Rows">Feature by feature, then predictions and labels where both sides have them.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record DriftReport(int ReferenceRows, int CurrentRows, double Warning, double Alert, ValueList<DriftRow> Rows)
{
    /// <summary>Gets the highest level of all.</summary>
    public DriftLevel Level => Rows.Select(static row => row.Level).DefaultIfEmpty().Max();

    /// <summary>Writes the report for a person.</summary>
    /// <returns>A line for each feature, the most urgent first; shares only, no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{CurrentRows:#,0} customers against {ReferenceRows:#,0} learned from: {Wording(Level)}");
        return text.AppendGrid(
        [
            ["", "level", "stability index", "chance gives", "distance", "p", "missing before", "missing now", "mean before", "mean now"],
            .. Sorted().Select(static row => (string[])
                [
                    row.Subject == DriftSubject.Feature ? row.Name : $"({row.Name})",
                    Wording(row.Level),
                    Number(row.StabilityIndex, "0.0000"),
                    Number(row.ChanceBound, "0.0000"),
                    Number(row.Distance, "0.0000"),
                    Number(row.PValue, "0.0000"),
                    Number(row.ReferenceMissing * 100, "0.0 '%'"),
                    Number(row.CurrentMissing * 100, "0.0 '%'"),
                    Number(row.ReferenceMean, "G5"),
                    Number(row.CurrentMean, "G5"),
                ]),
        ]).ToString();
    }

    /// <summary>Draws the population stability indices, the most urgent first, with the bounds of warning and alert.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "Drift",
        Sorted().Select(row => ((string Field, object? Value)[])
            [("name", row.Name), ("index", row.StabilityIndex), ("chance", row.ChanceBound), ("level", Wording(row.Level)), ("warning", Warning), ("alert", Alert)]),
        """
        {
          "width": 420,
          "layer": [
            {"mark": {"type": "bar", "tooltip": true}, "encoding": {
              "y": {"field": "name", "type": "nominal", "sort": null, "title": null},
              "x": {"field": "index", "type": "quantitative", "title": "population stability index"},
              "color": {"field": "level", "type": "nominal", "title": null, "scale": {"domain": ["stable", "warning", "alert"], "range": ["#9aa5b1", "#e0a100", "#c62828"]}},
              "tooltip": [{"field": "name"}, {"field": "index", "format": ".4f"}, {"field": "chance", "format": ".4f"}, {"field": "level"}]}},
            {"mark": {"type": "rule", "color": "#e0a100", "strokeDash": [4, 4]}, "encoding": {"x": {"field": "warning", "type": "quantitative", "aggregate": "max"}}},
            {"mark": {"type": "rule", "color": "#c62828", "strokeDash": [4, 4]}, "encoding": {"x": {"field": "alert", "type": "quantitative", "aggregate": "max"}}}
          ]
        }
        """);

    private IEnumerable<DriftRow> Sorted() =>
        Rows.OrderByDescending(static row => row.Level).ThenByDescending(static row => row.StabilityIndex ?? 0).ThenBy(static row => row.Name, StringComparer.Ordinal);

    private static string Wording(DriftLevel level) => level switch
    {
        DriftLevel.Alert => "alert",
        DriftLevel.Warning => "warning",
        _ => "stable",
    };

    private static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
