using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How customers moved between the states at several moments: the nodes and bands of a Sankey diagram.</summary>
/// <param name="Nodes">The nodes by moment, then in the machine's order, those not seen yet last. Only nodes with customers.</param>
/// <param name="Links">The bands by source, then by target. Only bands with customers.</param>
public sealed record LifecycleSankey(ValueList<SankeyNode> Nodes, ValueList<SankeyLink> Links)
{
    private const string View = """
        {
          "width": 720,
          "height": 420,
          "layer": [
            {
              "transform": [{ "filter": "datum.kind === 'link'" }],
              "mark": { "type": "area", "opacity": 0.4 },
              "encoding": {
                "x": { "field": "x", "type": "quantitative", "axis": null, "scale": { "nice": false } },
                "y": { "field": "top", "type": "quantitative", "axis": null, "scale": { "nice": false, "reverse": true }, "stack": null },
                "y2": { "field": "bottom" },
                "detail": { "field": "id", "type": "nominal" },
                "color": { "condition": { "test": "!datum.seen", "value": "#cccccc" }, "field": "state", "type": "nominal", "sort": null, "legend": null },
                "tooltip": [{ "field": "text", "type": "nominal", "title": "from → to" }, { "field": "customers", "type": "quantitative", "format": ",d" }]
              }
            },
            {
              "transform": [{ "filter": "datum.kind === 'node'" }],
              "mark": { "type": "rect", "stroke": "white" },
              "encoding": {
                "x": { "field": "x", "type": "quantitative" },
                "x2": { "field": "right" },
                "y": { "field": "top", "type": "quantitative" },
                "y2": { "field": "bottom" },
                "color": { "condition": { "test": "!datum.seen", "value": "#cccccc" }, "field": "state", "type": "nominal", "sort": null, "legend": null },
                "tooltip": [{ "field": "text", "type": "nominal", "title": "state" }, { "field": "customers", "type": "quantitative", "format": ",d" }]
              }
            },
            {
              "transform": [{ "filter": "datum.kind === 'node'" }],
              "mark": { "type": "text", "align": "left", "dx": 14, "fontSize": 11 },
              "encoding": {
                "x": { "field": "x", "type": "quantitative" },
                "y": { "field": "middle", "type": "quantitative" },
                "text": { "field": "label", "type": "nominal" }
              }
            },
            {
              "transform": [{ "filter": "datum.kind === 'moment'" }],
              "mark": { "type": "text", "align": "left", "dy": -10, "fontWeight": "bold" },
              "encoding": {
                "x": { "field": "x", "type": "quantitative" },
                "y": { "field": "top", "type": "quantitative" },
                "text": { "field": "label", "type": "nominal" }
              }
            }
          ]
        }
        """;

    /// <summary>Draws the diagram: bars for the states, from left to right by moment, bands as wide as there are customers between them.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec("Who went where", SankeyLayout.Rows(this), View);

    /// <summary>Writes the bands for a person.</summary>
    /// <returns>A line for each band; no personal data.</returns>
    public string Describe() => string.Concat(Links.Select(link => string.Create(
        CultureInfo.InvariantCulture,
        $"{Nodes[link.Source].At.UtcDateTime:yyyy-MM-dd} {Nodes[link.Source].State} → {Nodes[link.Target].At.UtcDateTime:yyyy-MM-dd} {Nodes[link.Target].State}: {link.Customers:#,0}{Environment.NewLine}")));

    /// <summary>Says how much there is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Nodes.Count} nodes, {Links.Count} links");

    internal static LifecycleSankey Of(ValueList<LifecycleFlow> flows)
    {
        ValueList<string> states = flows[0].States;
        ValueList<string> rows = [.. states, LifecycleFlow.NotSeen];
        var nodes = new List<SankeyNode>();
        var ids = new Dictionary<(int Column, int Row), int>();
        for (int column = 0; column <= flows.Count; column++)
        {
            for (int row = 0; row < rows.Count; row++)
            {
                // Those seen after the last moment are in none of the flows; those who come between two are not seen in all columns before.
                int customers = column < flows.Count ? RowSum(flows[column], row) : row < states.Count ? ColumnSum(flows[^1], row) : 0;
                customers += row == states.Count ? Later(flows, column) : 0;
                if (customers > 0)
                {
                    ids.Add((column, row), nodes.Count);
                    nodes.Add(new SankeyNode(nodes.Count, column, column < flows.Count ? flows[column].From : flows[^1].To, rows[row], customers));
                }
            }
        }

        IEnumerable<SankeyLink> links =
            from column in Enumerable.Range(0, flows.Count)
            from row in Enumerable.Range(0, rows.Count)
            from to in Enumerable.Range(0, rows.Count)
            let customers = to < states.Count ? flows[column].Counts[(row * states.Count) + to] : row == states.Count ? Later(flows, column) : 0
            where customers > 0
            select new SankeyLink(ids[(column, row)], ids[(column + 1, to)], customers);
        return new LifecycleSankey(ValueList.From(nodes), ValueList.From(links));
    }

    /// <summary>How many customers come only after the next moment of a column.</summary>
    private static int Later(ValueList<LifecycleFlow> flows, int column) => flows.Skip(column + 1).Sum(static flow => RowSum(flow, flow.States.Count));

    private static int RowSum(LifecycleFlow flow, int row) => flow.Counts.AsSpan().Slice(row * flow.States.Count, flow.States.Count).ToArray().Sum();

    private static int ColumnSum(LifecycleFlow flow, int column) => Enumerable.Range(0, flow.States.Count + 1).Sum(row => flow.Counts[(row * flow.States.Count) + column]);
}
