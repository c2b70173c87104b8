using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How often customers went from each state to each other.</summary>
/// <param name="States">The states in the machine's order: the rows and the columns.</param>
/// <param name="Counts">How often, row by row: from the state of the row to that of the column.</param>
/// <param name="Entered">How often customers began in each state: mostly the start, or where the first activity led at once.</param>
/// <remarks>States that were left in the moment they were entered are passed over, so a way may lead over two transitions at once.</remarks>
public sealed record LifecycleTransitions(ValueList<string> States, ValueList<int> Counts, ValueList<int> Entered)
{
    private const string View = """
        {
          "encoding": {
            "x": { "field": "to", "type": "nominal", "sort": null, "axis": { "orient": "top", "labelAngle": 0 } },
            "y": { "field": "from", "type": "nominal", "sort": null },
            "tooltip": [
              { "field": "from", "type": "nominal" },
              { "field": "to", "type": "nominal" },
              { "field": "customers", "type": "quantitative", "title": "times" },
              { "field": "share", "type": "quantitative", "format": ".1%" }
            ]
          },
          "layer": [
            { "mark": { "type": "rect", "invalid": null }, "encoding": { "color": { "field": "share", "type": "quantitative", "scale": { "scheme": "blues", "domain": [0, 1] }, "legend": { "format": "%" } } } },
            { "mark": "text", "encoding": { "text": { "field": "customers", "type": "quantitative", "format": ",d" } } }
          ]
        }
        """;

    /// <summary>Gets how often customers went one way.</summary>
    /// <param name="from">The state they left.</param>
    /// <param name="to">The state they entered.</param>
    /// <returns>How often.</returns>
    /// <exception cref="ArgumentException">There is no such state.</exception>
    public int Count(string from, string to) => Counts[(StateTable.PlaceOf(States, from) * States.Count) + StateTable.PlaceOf(States, to)];

    /// <summary>Gets which share of those who left a state went one way.</summary>
    /// <param name="from">The state they left.</param>
    /// <param name="to">The state they entered.</param>
    /// <returns>The share, in [0, 1]; null where nobody left the state.</returns>
    /// <exception cref="ArgumentException">There is no such state.</exception>
    public double? Share(string from, string to) => StateTable.Share(Counts, States.Count, StateTable.PlaceOf(States, from), StateTable.PlaceOf(States, to));

    /// <summary>Writes the matrix for a person.</summary>
    /// <returns>A line for each state that was left: how often to each, with the share; no personal data.</returns>
    public string Describe() => StateTable.Describe("from \\ to", States, States, Counts);

    /// <summary>Draws the matrix as a heat map; the colour is the share of those who left.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec("From state to state", StateTable.Rows(States, States, Counts), View);

    /// <summary>Says how many there are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Counts.Sum()} transitions between {States.Count} states");
}
