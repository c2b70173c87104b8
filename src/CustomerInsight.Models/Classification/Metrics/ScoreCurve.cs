namespace CustomerInsight.Models;

/// <summary>What each threshold on a score does: the points of the ROC and of the precision–recall curve.</summary>
/// <param name="Points">The points from no to yes to all; rows of equal scores are one point. Long curves are thinned.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record ScoreCurve(ValueList<ScoreCurvePoint> Points)
{
    /// <summary>Makes the curve.</summary>
    /// <param name="scores">The scores, none of them NaN.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>The curve: all its points, or <see cref="VegaLite.MostPoints"/> of them, evenly chosen with the first and the last.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <remarks>Time O(n log n). The same for any order of the rows.</remarks>
    public static ScoreCurve Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default) => Of(ScoreRanking.Of(scores, labels, weights));

    internal static ScoreCurve Of(ScoreRanking ranking)
    {
        var points = new ScoreCurvePoint[ranking.Count + 1];
        points[0] = new ScoreCurvePoint(double.PositiveInfinity, 0, 0, 0, 1);
        double positives = 0;
        double negatives = 0;
        for (int i = 0; i < ranking.Count; i++)
        {
            positives += ranking.Positives[i];
            negatives += ranking.Negatives[i];
            points[i + 1] = new ScoreCurvePoint(
                ranking.Scores[i],
                (positives + negatives) / ranking.Total,
                positives / ranking.TotalPositives,
                negatives / ranking.TotalNegatives,
                positives / (positives + negatives));
        }

        return new ScoreCurve(ValueList.From(VegaLite.Thinned(points.Length).Select(i => points[i])));
    }

    /// <summary>Draws the ROC curve: events found against false alarms.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToRocVegaLite() => VegaLite.Spec(
        "ROC curve",
        Rows(),
        """
        {
          "width": 360, "height": 360,
          "layer": [
            {"mark": {"type": "line", "color": "gray", "strokeDash": [4, 4]}, "encoding": {
              "x": {"field": "falsePositives", "type": "quantitative"}, "y": {"field": "falsePositives", "type": "quantitative"}}},
            {"mark": {"type": "line", "tooltip": true}, "encoding": {
              "x": {"field": "falsePositives", "type": "quantitative", "title": "share of those without the event"},
              "y": {"field": "truePositives", "type": "quantitative", "title": "share of those with the event"},
              "order": {"field": "share", "type": "quantitative"}}}
          ]
        }
        """);

    /// <summary>Draws the precision–recall curve.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToPrecisionRecallVegaLite() => VegaLite.Spec(
        "Precision and recall",
        Rows(),
        """
        {
          "width": 360, "height": 360,
          "mark": {"type": "line", "interpolate": "step-before", "tooltip": true},
          "encoding": {
            "x": {"field": "truePositives", "type": "quantitative", "title": "recall", "scale": {"domain": [0, 1]}},
            "y": {"field": "precision", "type": "quantitative", "title": "precision", "scale": {"domain": [0, 1]}},
            "order": {"field": "share", "type": "quantitative"}
          }
        }
        """);

    private IEnumerable<(string Field, object? Value)[]> Rows() => Points.Select(static point => ((string Field, object? Value)[])
        [("score", point.Score), ("share", point.Share), ("truePositives", point.TruePositiveRate), ("falsePositives", point.FalsePositiveRate), ("precision", point.Precision)]);
}
