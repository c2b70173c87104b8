using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>What it earns to target more and more customers in the order of their scores, and where it earns most.</summary>
/// <param name="Customers">The weight of all rows; their number where they have no weights.</param>
/// <param name="Best">Where most is earned; of several such places the one with the fewest customers. Nobody is targeted where any number of them would lose.</param>
/// <param name="Points">From nobody to all; rows of equal scores are targeted together. Long curves are thinned, but have the best point.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record ProfitCurve(double Customers, ProfitPoint Best, ValueList<ProfitPoint> Points)
{
    /// <summary>Gets the most that can be earned for each customer of the base, targeted or not.</summary>
    public double MaximumProfit => Best.Profit / Customers;

    /// <summary>Makes the curve where customers of one sort are worth the same.</summary>
    /// <param name="scores">The scores, none of them NaN.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="value">What it earns to target a customer with the event and one without.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">There are no rows, there are more or fewer of one than of the other, or a number is not finite or not as said.</exception>
    /// <remarks>Time O(n log n). The same for any order of the rows. A best point found on the rows that a model learned from is too good: give scores from out of the fold.</remarks>
    public static ProfitCurve Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, TargetingValue value, ReadOnlySpan<double> weights = default)
    {
        if (!double.IsFinite(value.Event) || !double.IsFinite(value.Other))
        {
            throw new ArgumentException("What it earns to target a customer is not a finite number.", nameof(value));
        }

        return Of(ScoreRanking.Of(scores, labels, weights), value);
    }

    internal static ProfitCurve Of(ScoreRanking ranking, TargetingValue value) =>
        Of(ranking.Count, ranking.Total, i => (ranking.Scores[i], ranking.Positives[i] + ranking.Negatives[i], (ranking.Positives[i] * value.Event) + (ranking.Negatives[i] * value.Other)));

    /// <summary>Makes the curve where each customer has a value of his own.</summary>
    /// <param name="scores">The scores, none of them NaN: by which customers would be chosen.</param>
    /// <param name="earned">What it earns to target each customer, finite: of one who would have left, the lifetime value saved times the chance to save it, less the costs; of another, the costs below 0.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">There are no rows, there are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <remarks>Time O(n log n). The same for any order of the rows. To choose by what is expected to be earned, give that as the score: the probability times the value.</remarks>
    public static ProfitCurve Of(ReadOnlySpan<double> scores, ReadOnlySpan<double> earned)
    {
        ScoreCheck.Scores(scores, new bool[earned.Length], []);
        double[] keys = scores.ToArray();
        double[] values = earned.ToArray();
        int wrong = Array.FindIndex(values, static value => !double.IsFinite(value));
        if (wrong >= 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"What it earns to target the customer of row {wrong} is not a finite number."), nameof(earned));
        }

        Array.Sort(keys, values);
        var steps = new List<(double Score, double Customers, double Profit)>();
        for (int to = keys.Length; to > 0;)
        {
            int from = to - 1;
            while (from > 0 && keys[from - 1] == keys[from])
            {
                from--;
            }

            // Among equal scores sums run along the values, so that they are the same for any order of the rows.
            Array.Sort(values, from, to - from);
            steps.Add((keys[from], to - from, values[from..to].Sum()));
            to = from;
        }

        return Of(steps.Count, keys.Length, i => steps[i]);
    }

    /// <summary>Writes the best point for a person, and what it earns to target each tenth more.</summary>
    /// <returns>The text; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"best: {Best.Customers:#,0.##} of {Customers:#,0.##} customers ({Best.Share * 100:0.0} %), scores from {Best.Threshold:0.####} on, earns {Best.Profit:#,0.00} ({MaximumProfit:0.####} for each of all)");
        ProfitPoint[] tenths = [.. Enumerable.Range(1, 10).Select(tenth => Points.First(point => point.Share >= (tenth / 10.0) - 1e-12)).Distinct()];
        return text.AppendGrid([["targeted", "customers", "scores from", "profit"], .. tenths.Select(static point => (string[])
            [
                string.Create(CultureInfo.InvariantCulture, $"{point.Share * 100:0.0} %"),
                point.Customers.ToString("#,0.##", CultureInfo.InvariantCulture),
                point.Threshold.ToString("0.####", CultureInfo.InvariantCulture),
                point.Profit.ToString("#,0.00", CultureInfo.InvariantCulture),
            ])]).ToString();
    }

    /// <summary>Draws the profit against the share of customers targeted, with the best point.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "Profit of targeting",
        Points.Select(point => ((string Field, object? Value)[])
            [("share", point.Share), ("profit", point.Profit), ("threshold", point.Threshold), ("best", point == Best ? point.Profit : null)]),
        """
        {
          "width": 460,
          "layer": [
            {"mark": {"type": "line", "tooltip": true}, "encoding": {
              "x": {"field": "share", "type": "quantitative", "axis": {"format": ".0%"}, "title": "share of customers targeted, highest scores first"},
              "y": {"field": "profit", "type": "quantitative", "title": "profit"}}},
            {"transform": [{"filter": "datum.best != null"}], "mark": {"type": "point", "filled": true, "size": 90, "tooltip": true}, "encoding": {
              "x": {"field": "share", "type": "quantitative"}, "y": {"field": "best", "type": "quantitative"},
              "tooltip": [{"field": "share", "format": ".1%"}, {"field": "profit", "format": ",.2f"}, {"field": "threshold", "format": ".4f"}]}}
          ]
        }
        """);

    private static ProfitCurve Of(int steps, double total, Func<int, (double Score, double Customers, double Profit)> step)
    {
        if (steps == 0)
        {
            throw new ArgumentException("There are no rows to target. Give at least one.", nameof(steps));
        }

        var points = new ProfitPoint[steps + 1];
        points[0] = new ProfitPoint(double.PositiveInfinity, 0, 0, 0);
        int best = 0;
        for (int i = 0; i < steps; i++)
        {
            (double score, double customers, double profit) = step(i);
            // The last point is all of them, whatever rounding the way there left.
            customers = i == steps - 1 ? total : Math.Min(total, customers + points[i].Customers);
            points[i + 1] = new ProfitPoint(score, customers, customers / total, points[i].Profit + profit);
            best = points[i + 1].Profit > points[best].Profit ? i + 1 : best;
        }

        return new ProfitCurve(total, points[best], ValueList.From(VegaLite.Thinned(points.Length).Append(best).Distinct().Order().Select(i => points[i])));
    }
}
