using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How many customers were in which state at a moment.</summary>
/// <param name="At">The moment; null in a run without any activity.</param>
/// <param name="States">All states in the machine's order, those without customers too.</param>
/// <param name="NotSeen">How many customers came only later, or never did anything that says since when they are known; of the census that names no moment: none, for those are in the machine's start.</param>
public sealed record LifecycleCensus(DateTimeOffset? At, ValueList<LifecycleStateCount> States, int NotSeen)
{
    private const string View = """
        {
          "mark": "bar",
          "encoding": {
            "y": { "field": "state", "type": "nominal", "sort": null, "axis": { "title": null } },
            "x": { "field": "customers", "type": "quantitative" },
            "tooltip": [
              { "field": "state", "type": "nominal" },
              { "field": "customers", "type": "quantitative" },
              { "field": "share", "type": "quantitative", "format": ".1%" }
            ]
          }
        }
        """;

    /// <summary>Writes the counts for a person.</summary>
    /// <returns>A line for each state; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{States.Sum(static state => state.Customers):#,0} customers{(At is DateTimeOffset at ? string.Create(CultureInfo.InvariantCulture, $" as of {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC") : string.Empty)}");
        int width = States.Max(static state => state.State.Length);
        foreach (LifecycleStateCount state in States)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{state.State.PadRight(width)}  {state.Customers,12:#,0}  {100 * state.Share,5:0.0} %");
        }

        return text.ToString();
    }

    /// <summary>Draws the counts as bars.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "Customers by stage of life",
        States.Select(static state => new (string, object?)[] { ("state", state.State), ("customers", state.Customers), ("share", state.Share) }),
        View);
}
