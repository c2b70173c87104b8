using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>What a rule without a model says of the same rows: what a model has to beat.</summary>
/// <param name="Name">Its name, such as <c>recency</c>.</param>
/// <param name="Scores">A score for each row, none of them NaN: the higher, the likelier the event.</param>
/// <param name="Probabilities">Its chance of the event for each row, from 0 to 1; none for a rule that only ranks.</param>
public sealed record BaselineScores(string Name, ValueList<double> Scores, ValueList<double> Probabilities = default)
{
    /// <summary>The name of the baseline that says the same of all.</summary>
    public const string BaseRateName = "base rate";

    /// <summary>The baseline that says the share of events of all: as good as a model is that tells nothing apart.</summary>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>The baseline.</returns>
    /// <exception cref="ArgumentException">There are no rows, or more or fewer weights than labels.</exception>
    /// <remarks>Its share is that of the rows themselves, which a forecast could not know; so that it is a little too good.</remarks>
    public static BaselineScores BaseRate(ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default)
    {
        double[] none = new double[labels.Length];
        ScoreCheck.Scores(none, labels, weights);
        if (none.Length == 0)
        {
            throw new ArgumentException("There are no rows, so no share of events.", nameof(labels));
        }

        var ranking = ScoreRanking.Of(none, labels, weights);
        Array.Fill(none, ranking.TotalPositives / ranking.Total);
        var rates = ValueList.Create<double>(none);
        return new BaselineScores(BaseRateName, rates, rates);
    }

    /// <summary>The baseline that says of each row the share of events of those that its fold learns from: what a forecast could have known.</summary>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="folds">How the rows are split. A row that no fold predicts gets the share of all.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>The baseline; all rows have the same score, since it tells none apart.</returns>
    /// <exception cref="ArgumentException">There are no rows, the folds are of another number of rows, or weights are not as said.</exception>
    public static BaselineScores BaseRate(ReadOnlySpan<bool> labels, [NotNull] Folds folds, ReadOnlySpan<double> weights = default)
    {
        ArgumentNullException.ThrowIfNull(folds);
        bool[] known = labels.ToArray();
        folds.ThrowUnlessOf(known.Length);
        BaselineScores all = BaseRate(labels, weights);
        double[] counts = weights.ToArray();
        double[] rates = [.. all.Probabilities];
        foreach (Fold fold in folds.Items)
        {
            double rate = counts.Length == 0
                ? (double)fold.Train.Count(row => known[row]) / fold.Train.Count
                : fold.Train.Sum(row => known[row] ? counts[row] : 0) / fold.Train.Sum(row => counts[row]);
            foreach (int row in fold.Test)
            {
                rates[row] = rate;
            }
        }

        return new BaselineScores(BaseRateName, all.Scores, ValueList.Create<double>(rates));
    }

    /// <summary>The rule that goes by one feature, such as the days since the last purchase.</summary>
    /// <param name="name">The rule's name.</param>
    /// <param name="values">The feature, a value for each row; NaN where it is missing.</param>
    /// <param name="higherIsLikelier">Whether the event is the likelier the higher the feature is; else the lower.</param>
    /// <returns>The baseline, which ranks only. Rows without the feature rank below all others.</returns>
    public static BaselineScores OfFeature(string name, [NotNull] IReadOnlyList<double> values, bool higherIsLikelier = true)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new BaselineScores(name, ValueList.From(values.Select(value => double.IsNaN(value) ? double.NegativeInfinity : higherIsLikelier ? value : -value)));
    }

    /// <summary>The rule that goes by one feature, with the chances that the rows give which each fold learns from.</summary>
    /// <param name="name">The rule's name.</param>
    /// <param name="values">The feature, a value for each row; NaN where it is missing.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="folds">How the rows are split. A row that no fold predicts gets the share of all.</param>
    /// <param name="higherIsLikelier">Whether the event is the likelier the higher the feature is; else the lower.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each. The tenths are of rows, whatever their weights.</param>
    /// <returns>The baseline: scores by the feature, and as the chance the share of events in the tenth of the feature's values that the row is in, of the rows learned from; one row more of the mean share and weight is
    /// added to each tenth, so that no chance is 0 or 1. Rows without the feature rank below all others and are a part of their own.</returns>
    /// <exception cref="ArgumentException">There are no rows, or more or fewer of one than of the other.</exception>
    /// <remarks>Time O(n log n) for each fold.</remarks>
    public static BaselineScores OfFeature(string name, [NotNull] IReadOnlyList<double> values, ReadOnlySpan<bool> labels, [NotNull] Folds folds, bool higherIsLikelier = true, ReadOnlySpan<double> weights = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(folds);
        if (values.Count != labels.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {values.Count} values for {labels.Length} rows. Give one for each row."), nameof(values));
        }

        double[] chances = [.. BaseRate(labels, folds, weights).Probabilities];
        foreach (Fold fold in folds.Items)
        {
            FeatureRule.Predict(values, labels, weights, fold, chances);
        }

        return OfFeature(name, values, higherIsLikelier) with { Probabilities = ValueList.Create<double>(chances) };
    }
}
