using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

public sealed partial record BoostingModel
{
    /// <summary>Sums up by how much the questions about each feature lowered the loss in the fit.</summary>
    /// <returns>The features some tree asks for, the greatest gain first. What a feature would be worth on other rows is not said by that: see <see cref="ImportanceTable"/>.</returns>
    public ValueList<FeatureGain> Gains()
    {
        double[] gains = new double[Columns.Count];
        int[] questions = new int[Columns.Count];
        foreach (BoostingNode node in Trees.SelectMany(static tree => tree.Nodes).Where(static node => !node.IsLeaf))
        {
            gains[node.Feature] += node.Gain;
            questions[node.Feature]++;
        }

        double all = gains.Sum();
        return ValueList.From(Enumerable.Range(0, gains.Length)
            .Where(feature => questions[feature] > 0)
            .OrderByDescending(feature => gains[feature])
            .Select(feature => new FeatureGain(Columns[feature], gains[feature], all > 0 ? gains[feature] / all : 0, questions[feature])));
    }

    /// <summary>Writes the model for a person.</summary>
    /// <param name="most">How many features at most. At least 0.</param>
    /// <returns>A line on the trees, one on the losses, then a table of the features; no personal data.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is negative.</exception>
    public string Describe(int most = 20)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var text = new StringBuilder();
        double leaves = Trees.Count > 0 ? Trees.Average(static tree => tree.Leaves) : 0;
        text.AppendLine(CultureInfo.InvariantCulture, $"Boosting: {Trees.Count:#,0} trees of {leaves:0.#} leaves on average, {Members} members, log-odds {StartingMargin:0.000} to start from");
        if (Curve.Count > 0)
        {
            BoostingRound best = Curve.MinBy(static round => round.ValidationLoss ?? -round.Round)!;
            text.AppendLine(best.ValidationLoss is double held
                ? string.Create(CultureInfo.InvariantCulture, $"  log loss of rows left out: {held:0.0000} after {best.Round} of {Curve.Count} rounds")
                : string.Create(CultureInfo.InvariantCulture, $"  log loss of the rows learned from: {best.TrainingLoss:0.0000} before round {best.Round}"));
        }

        ValueList<FeatureGain> gains = Gains();
        return gains.Count == 0 ? text.ToString() : text.AppendGrid(
        [
            ["  feature", "share of gain", "questions"],
            .. gains.Take(most).Select(static feature => (string[])
            [
                $"  {feature.Feature}", feature.Share.ToString("0.0 %", CultureInfo.InvariantCulture), feature.Questions.ToString("#,0", CultureInfo.InvariantCulture),
            ]),
        ]).ToString();
    }

    /// <summary>Draws the losses round by round.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "Log loss while boosting",
        VegaLite.Thinned(Curve.Count).SelectMany(place => Points(Curve[place])),
        """
        {
          "mark": {"type": "line", "tooltip": true},
          "encoding": {
            "x": {"field": "round", "type": "quantitative", "title": "round"},
            "y": {"field": "loss", "type": "quantitative", "title": "log loss", "scale": {"zero": false}},
            "color": {"field": "rows", "type": "nominal", "title": null}
          }
        }
        """);

    /// <summary>Says what the model is, not its numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Boosting: {Trees.Count} trees on {Columns.Count} columns");

    private static IEnumerable<(string Field, object? Value)[]> Points(BoostingRound round)
    {
        yield return [("round", round.Round), ("rows", "learned from"), ("loss", round.TrainingLoss)];
        if (round.ValidationLoss is double held)
        {
            yield return [("round", round.Round), ("rows", "left out"), ("loss", held)];
        }
    }
}
