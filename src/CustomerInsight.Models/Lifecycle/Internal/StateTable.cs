using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>A matrix of counts from states to states.</summary>
internal static class StateTable
{
    /// <summary>A heat map of such a matrix; the colour is the share of the row.</summary>
    public const string View = """
        {
          "width": { "step": 64 },
          "height": { "step": 24 },
          "encoding": {
            "x": { "field": "to", "type": "nominal", "sort": null, "axis": { "orient": "top", "labelAngle": 0 } },
            "y": { "field": "from", "type": "nominal", "sort": null },
            "tooltip": [
              { "field": "from", "type": "nominal" },
              { "field": "to", "type": "nominal" },
              { "field": "customers", "type": "quantitative" },
              { "field": "share", "type": "quantitative", "format": ".1%" }
            ]
          },
          "layer": [
            {
              "mark": { "type": "rect", "invalid": null, "stroke": "white" },
              "encoding": {
                "color": {
                  "condition": { "test": "!(datum.customers > 0)", "value": "#f6f6f6" },
                  "field": "share", "type": "quantitative", "scale": { "scheme": "blues", "domain": [0, 1] }, "legend": { "format": "%", "title": "share of row" }
                }
              }
            },
            {
              "transform": [{ "filter": "datum.customers > 0" }],
              "mark": "text",
              "encoding": {
                "text": { "field": "customers", "type": "quantitative", "format": ",d" },
                "color": { "condition": { "test": "datum.share > 0.6", "value": "white" }, "value": "#222222" }
              }
            }
          ]
        }
        """;

    /// <summary>The place of a state.</summary>
    public static int PlaceOf(ValueList<string> states, string state)
    {
        ArgumentNullException.ThrowIfNull(state);
        for (int place = 0; place < states.Count; place++)
        {
            if (states[place] == state)
            {
                return place;
            }
        }

        throw new ArgumentException($"'{state}' is no state here. Expected one of: {string.Join(", ", states)}.", nameof(state));
    }

    /// <summary>A count's share of its row; null in an empty row.</summary>
    public static double? Share(ValueList<int> counts, int columns, int row, int column)
    {
        long all = 0;
        foreach (int count in counts.AsSpan().Slice(row * columns, columns))
        {
            all += count;
        }

        return all == 0 ? null : (double)counts[(row * columns) + column] / all;
    }

    public static string Describe(string corner, ValueList<string> rows, ValueList<string> columns, ValueList<int> counts)
    {
        List<string[]> lines = [[corner, .. columns]];
        for (int row = 0; row < rows.Count; row++)
        {
            int at = row;
            lines.Add([rows[row], .. Enumerable.Range(0, columns.Count).Select(column => Share(counts, columns.Count, at, column) is double share && counts[(at * columns.Count) + column] is int count and > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{count:#,0} ({100 * share:0} %)")
                : "–")]);
        }

        var text = new StringBuilder();
        text.AppendGrid(lines);
        return text.ToString();
    }

    public static IEnumerable<(string Field, object? Value)[]> Rows(ValueList<string> rows, ValueList<string> columns, ValueList<int> counts)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            for (int column = 0; column < columns.Count; column++)
            {
                yield return
                [
                    ("from", rows[row]),
                    ("to", columns[column]),
                    ("customers", counts[(row * columns.Count) + column]),
                    ("share", Share(counts, columns.Count, row, column)),
                ];
            }
        }
    }
}
