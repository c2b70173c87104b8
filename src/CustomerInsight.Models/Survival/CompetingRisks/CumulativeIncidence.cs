using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How many leave for which cause over time: what <see cref="AalenJohansen"/> finds.</summary>
/// <param name="Rows">How many rows it is from.</param>
/// <param name="Staying">The chance to be still there, for no cause gone; with those of the causes it adds up to 1 at every time.</param>
/// <param name="Causes">The causes, by their numbers from 1.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record CumulativeIncidence(int Rows, SurvivalCurve Staying, ValueList<CauseIncidence> Causes)
{
    private const string View = """
        {
          "width": 480,
          "height": 280,
          "mark": { "type": "area", "interpolate": "step-after" },
          "encoding": {
            "x": { "field": "time", "type": "quantitative" },
            "y": { "field": "probability", "type": "quantitative", "stack": "zero", "scale": { "domain": [0, 1] }, "axis": { "title": "have left", "format": ".0%" } },
            "color": { "field": "cause", "type": "nominal", "sort": null, "legend": { "title": null } }
          }
        }
        """;

    /// <summary>Writes the causes for a person.</summary>
    /// <returns>A table of the chance to have left for each cause at ten evenly spaced times; no personal data.</returns>
    public string Describe() => new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{Rows:#,0} customers").AppendGrid(
    [
        ["time", .. Causes.Select(static cause => cause.Name), "still there"],
        .. Enumerable.Range(1, 10).Select(tenth => Staying.End * tenth / 10).Select(time => (string[])
        [
            time.ToString("G5", CultureInfo.InvariantCulture), .. Causes.Select(cause => Share(cause.At(time).Probability)), Share(Staying.At(time)),
        ]),
    ]).ToString();

    /// <summary>Draws how many have left for each cause, one above the other.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "Share that has left, by cause",
        VegaLite.Thinned(Staying.Times.Count + 1).SelectMany(point => Causes.Select(cause => new (string, object?)[]
        {
            ("time", point == 0 ? 0.0 : Staying.Times[point - 1]), ("cause", cause.Name), ("probability", point == 0 ? 0.0 : cause.Probabilities[point - 1]),
        })),
        View);

    private static string Share(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);
}
