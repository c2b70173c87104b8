using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How many groups there are among customers: the recommendation, why, and what speaks for each number.</summary>
/// <param name="Criterion">By what the number is recommended: the silhouette, with a warning in the report, where what was asked for could not be measured.</param>
/// <param name="Recommended">The number of groups.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Model">The groups of that number.</param>
/// <param name="Table">The numbers that were looked at, rising.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record GroupCountChoice(GroupCountCriterion Criterion, int Recommended, string Reason, KMeansModel Model, ValueList<GroupCountRow> Table)
{
    /// <summary>Writes the table and the reason for a person.</summary>
    /// <returns>A line of headings, one for each number, the recommended marked with a star, and the reason.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine("  groups      inertia  silhouette     gap  (error)    bend");
        foreach (GroupCountRow row in Table)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{(row.Groups == Recommended ? '*' : ' ')} {row.Groups,6} {row.Inertia,12:G6} {row.Silhouette,11:0.000} {row.Gap,7:0.000} {$"({row.GapError.ToString("0.000", CultureInfo.InvariantCulture)})",8} {row.Bend,7:0.000}");
        }

        return text.AppendLine(Reason).ToString();
    }

    /// <summary>Draws each measure over the number of groups, the recommended one marked.</summary>
    /// <returns>A Vega-Lite specification, JSON.</returns>
    public string ToVegaLite() => VegaLite.Spec("How many groups", Table.SelectMany(Rows), """
        {
          "facet": { "column": { "field": "measure", "type": "nominal", "title": null } },
          "spec": {
            "layer": [
              { "mark": { "type": "line", "point": true }, "encoding": { "y": { "field": "value", "type": "quantitative", "title": null, "scale": { "zero": false } } } },
              { "mark": "rule", "encoding": { "y": { "field": "low", "type": "quantitative" }, "y2": { "field": "high" } } },
              { "transform": [{ "filter": "datum.recommended == 'yes'" }], "mark": { "type": "point", "filled": true, "size": 120, "color": "firebrick" }, "encoding": { "y": { "field": "value", "type": "quantitative" } } }
            ],
            "encoding": { "x": { "field": "groups", "type": "ordinal", "title": "groups" } }
          },
          "resolve": { "scale": { "y": "independent" } }
        }
        """);

    private IEnumerable<(string Field, object? Value)[]> Rows(GroupCountRow row) =>
    [
        Row(row, "inertia", row.Inertia, double.NaN),
        Row(row, "silhouette", row.Silhouette, double.NaN),
        Row(row, "gap", row.Gap, row.GapError),
    ];

    private (string Field, object? Value)[] Row(GroupCountRow row, string measure, double value, double error) =>
    [
        ("groups", row.Groups),
        ("measure", measure),
        ("value", value),
        ("low", value - error),
        ("high", value + error),
        ("recommended", row.Groups == Recommended ? "yes" : "no"),
    ];
}
