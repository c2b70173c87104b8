using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How many customers were in which state at several moments.</summary>
/// <param name="Censuses">The counts of each moment.</param>
public sealed record LifecycleTrend(ValueList<LifecycleCensus> Censuses)
{
    private const string View = """
        {
          "width": 720,
          "height": 320,
          "mark": { "type": "area", "tooltip": true },
          "encoding": {
            "x": { "field": "at", "type": "temporal", "axis": { "title": null } },
            "y": { "field": "customers", "type": "quantitative", "stack": "zero" },
            "color": { "field": "state", "type": "nominal", "sort": null, "legend": { "title": null } },
            "order": { "field": "place", "type": "quantitative" }
          }
        }
        """;

    /// <summary>Writes the counts for a person.</summary>
    /// <returns>A line for each moment, a column for each state; no personal data. Empty without moments.</returns>
    public string Describe()
    {
        if (Censuses.Count == 0)
        {
            return string.Empty;
        }

        List<string[]> lines = [["moment", .. Censuses[0].States.Select(static state => state.State)]];
        lines.AddRange(Censuses.Select(static census => (string[])[DayOf(census), .. census.States.Select(static state => state.Customers.ToString("#,0", CultureInfo.InvariantCulture))]));
        var text = new StringBuilder();
        text.AppendGrid(lines);
        return text.ToString();
    }

    /// <summary>Draws the counts as areas, one on top of the other.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "Customers by stage of life",
        Censuses.SelectMany(static census => census.States.Select((state, place) => new (string, object?)[]
        {
            ("at", census.At?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
            ("state", state.State),
            ("customers", state.Customers),
            ("place", place),
        })),
        View);

    private static string DayOf(LifecycleCensus census) => census.At?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";
}
