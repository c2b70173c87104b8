namespace CustomerInsight.Models;

public sealed partial class CoxResiduals
{
    private const string TrendView = """
        {
          "width": 480,
          "height": 280,
          "layer": [
            {
              "mark": {"type": "point", "opacity": 0.4},
              "encoding": {"y": {"field": "coefficient", "type": "quantitative", "title": "coefficient at the time"}}
            },
            {
              "transform": [{"loess": "coefficient", "on": "time", "bandwidth": 0.5}],
              "mark": {"type": "line", "color": "firebrick"},
              "encoding": {"y": {"field": "coefficient", "type": "quantitative"}}
            }
          ],
          "encoding": {"x": {"field": "time", "type": "quantitative"}}
        }
        """;

    /// <summary>Draws how the coefficient of a feature changes with time: a smooth line that is not level says that the hazards are not proportional.</summary>
    /// <param name="column">The feature.</param>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside: a point for each event, of many events a thousand evenly chosen ones.</returns>
    /// <exception cref="ArgumentException">The model has no such feature.</exception>
    /// <remarks>Whether the line is level but for chance says <see cref="ProportionalHazardsTest"/>.</remarks>
    public string ToVegaLite(string column)
    {
        int place = ScaledSchoenfeld.Columns.AsSpan().IndexOf(column);
        return place < 0
            ? throw new ArgumentException($"The model has no feature '{column}'. It has: {string.Join(", ", ScaledSchoenfeld.Columns)}.", nameof(column))
            : VegaLite.Spec(
                $"Effect of {column} over time",
                VegaLite.Thinned(_eventTimes.Length).Select(i => new (string, object?)[] { ("time", _eventTimes[i]), ("coefficient", ScaledSchoenfeld.Row(i)[place]) }),
                TrendView);
    }
}
