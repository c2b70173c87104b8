using System.Globalization;
using MathNet.Numerics.Distributions;

namespace CustomerInsight.Models;

/// <summary>The area under the ROC curve, and how far the rows determine it.</summary>
/// <param name="Area">From 0 to 1: how often a row with the event has a higher score than one without, equal scores counting one half. Not a number where all rows have the same label.</param>
/// <param name="StandardError">Its standard error; not a number for fewer than two rows of a label.</param>
/// <param name="Low">Where its interval begins, at least 0.</param>
/// <param name="High">Where its interval ends, at most 1.</param>
/// <param name="Level">The confidence of the interval.</param>
/// <remarks><para>Source: DeLong, DeLong, Clarke-Pearson, "Comparing the areas under two or more correlated receiver operating characteristic curves", Biometrics 44(3), 1988.</para></remarks>
public sealed record RocArea(double Area, double StandardError, double Low, double High, double Level)
{
    /// <summary>Measures the area.</summary>
    /// <param name="scores">The scores, none of them NaN.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="level">The confidence of the interval, above 0 and below 1.</param>
    /// <returns>
    /// The area with its normal interval, cut off at 0 and 1. An area of 1 or 0 has no error to go by: its interval goes as far from there as the exact one (Clopper–Pearson) of as many trials as the rarer label
    /// has rows, all of which went the same way.
    /// </returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a score is not a number.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not as said.</exception>
    /// <remarks>Time O(n log n). Rows are taken to be independent: of several rows of a customer the interval is too narrow. The same for any order of the rows.</remarks>
    public static RocArea Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, double level = 0.95)
    {
        return Of(ScoreRanking.Of(scores, labels, []), level);
    }

    internal static RocArea Of(ScoreRanking ranking, double level)
    {
        double area = RankingMeasures.AreaUnderRoc(ranking);
        double error = Math.Sqrt(DeLong.Variance(ranking, area));
        if (error == 0 && area is (0 or 1))
        {
            double bound = Math.Pow((1 - level) / 2, 1 / Math.Min(ranking.TotalPositives, ranking.TotalNegatives));
            return new RocArea(area, error, area * bound, 1 - ((1 - area) * bound), level);
        }

        return Of(area, error, level);
    }

    internal static RocArea Of(double area, double error, double level)
    {
        double width = Normal.InvCDF(0, 1, (1 + ParameterCheck.Probability(level, nameof(level))) / 2);
        return new RocArea(area, error, Math.Max(0, area - (width * error)), Math.Min(1, area + (width * error)), level);
    }

    /// <summary>Writes the area with its interval.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Area:0.0000} ({Low:0.0000} to {High:0.0000})");
}
