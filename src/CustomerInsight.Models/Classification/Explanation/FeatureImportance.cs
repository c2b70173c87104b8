using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How much a model goes by a feature, and how sure that is.</summary>
/// <param name="Feature">The feature, or the source of several columns.</param>
/// <param name="MeanContribution">What it adds to the log-odds of a row on average, either way: the mean of the absolute value.</param>
/// <param name="ContributionError">The standard error of that.</param>
/// <param name="LossIncrease">By how much the log loss rises where its values are dealt out among the rows at random; about 0 for a feature that says nothing that others do not say.</param>
/// <param name="LossError">The standard error of that.</param>
/// <param name="Rank">Its rank by <paramref name="MeanContribution"/>, from 1.</param>
/// <param name="RankLow">The best rank it had when the rows were drawn again, or in any fold.</param>
/// <param name="RankHigh">The worst one.</param>
public readonly record struct FeatureImportance(
    string Feature, double MeanContribution, double ContributionError, double LossIncrease, double LossError, int Rank, int RankLow, int RankHigh)
{
    /// <summary>Writes feature, rank and contribution.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}. {Feature}: {MeanContribution:0.000}");
}
