using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How many of those with the event are found by going down the ranking of scores, step by step: deciles, most often.</summary>
/// <param name="Rate">The share of all rows with the event.</param>
/// <param name="Rows">The steps, the highest scores first.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record GainTable(double Rate, ValueList<GainRow> Rows)
{
    /// <summary>Makes the table.</summary>
    /// <param name="scores">The scores, none of them NaN.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="steps">How many steps of equal weight. From 1 to 1,000; no more than there are rows are made.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>The table. A step ends at its share of the rows, rounded up to whole rows where they have no weights. None without rows.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is not as said.</exception>
    /// <remarks>Time O(n log n). Of rows that are tied at the end of a step each counts by the share of them that is still above it, so that the table is the same for any order of the rows.</remarks>
    public static GainTable Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, int steps = 10, ReadOnlySpan<double> weights = default) =>
        Of(ScoreRanking.Of(scores, labels, weights), steps, !weights.IsEmpty);

    internal static GainTable Of(ScoreRanking ranking, int steps, bool weighted)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, 1_000);
        double rate = ranking.TotalPositives / ranking.Total;
        var rows = new List<GainRow>();
        double before = 0;
        double positivesBefore = 0;
        int at = 0;
        double passed = 0;
        steps = Math.Min(steps, ranking.Rows);
        for (int step = 1; step <= steps; step++)
        {
            double end = weighted ? ranking.Total * step / steps : Math.Ceiling((double)ranking.Rows * step / steps);
            while (at < ranking.Count && passed < end)
            {
                passed += ranking.Positives[at] + ranking.Negatives[at];
                at++;
            }

            double positives = RankingMeasures.PositivesAmong(ranking, end);
            double here = positives - positivesBefore;
            rows.Add(new GainRow(
                end / ranking.Total,
                ranking.Scores[at - 1],
                end - before,
                here,
                here / (end - before),
                here / (end - before) / rate,
                positives / ranking.TotalPositives,
                positives / end / rate));
            (before, positivesBefore) = (end, positives);
        }

        return new GainTable(rate, ValueList.From(rows));
    }

    /// <summary>Writes the table for a person.</summary>
    /// <returns>A line for each step; no personal data.</returns>
    public string Describe() => new StringBuilder()
        .AppendGrid([["down to", "rows", "with event", "rate", "lift", "found", "lift so far"], .. Rows.Select(static row => (string[])
            [
                Number(row.Share * 100, "0.# '%'"),
                Number(row.Weight, "#,0.##"),
                Number(row.Positives, "#,0.#"),
                Number(row.Rate * 100, "0.0 '%'"),
                Number(row.Lift, "0.00"),
                Number(row.Gain * 100, "0.0 '%'"),
                Number(row.CumulativeLift, "0.00"),
            ])])
        .ToString();

    /// <summary>Draws the share of events found against the share of customers looked at.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "Gain",
        new[] { ((string Field, object? Value)[])[("share", 0.0), ("gain", 0.0), ("lift", null)] }.Concat(
            Rows.Select(static row => ((string Field, object? Value)[])[("share", row.Share), ("gain", row.Gain), ("lift", row.CumulativeLift)])),
        """
        {
          "width": 420,
          "layer": [
            {"mark": {"type": "line", "color": "gray", "strokeDash": [4, 4]}, "encoding": {
              "x": {"field": "share", "type": "quantitative"}, "y": {"field": "share", "type": "quantitative"}}},
            {"mark": {"type": "line", "point": true, "tooltip": true}, "encoding": {
              "x": {"field": "share", "type": "quantitative", "axis": {"format": ".0%"}, "title": "share of customers, highest scores first"},
              "y": {"field": "gain", "type": "quantitative", "axis": {"format": ".0%"}, "title": "share of events found"},
              "tooltip": [{"field": "share", "format": ".1%"}, {"field": "gain", "format": ".1%"}, {"field": "lift", "format": ".2f"}]}}
          ]
        }
        """);

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
