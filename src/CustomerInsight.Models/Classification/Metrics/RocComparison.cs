using System.Globalization;
using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>Whether one of two scores of the same rows has the larger area under the ROC curve.</summary>
/// <param name="First">The area of the first.</param>
/// <param name="Second">The area of the second.</param>
/// <param name="StandardError">The standard error of their difference, which knows that both are of the same rows; not a number for fewer than two rows of a label.</param>
/// <param name="PValue">How probable so large a difference is where both are as good, two-sided: 1 for scores of the same order. Not a number where there is no error, or where they differ without error, of which a test knows nothing: so a perfect ranking beside one that tells nothing apart.</param>
/// <remarks><para>Source: DeLong, DeLong, Clarke-Pearson, "Comparing the areas under two or more correlated receiver operating characteristic curves", Biometrics 44(3), 1988.</para></remarks>
public sealed record RocComparison(double First, double Second, double StandardError, double PValue)
{
    /// <summary>Gets the first area less the second.</summary>
    public double Difference => First - Second;

    /// <summary>Compares two scores.</summary>
    /// <param name="first">Scores, none of them NaN.</param>
    /// <param name="second">Other scores of the same rows.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a score is not a number.</exception>
    /// <remarks>Time O(n log n). Rows are taken to be independent. For models that were fitted to these rows the test is too ready to see a difference: give scores from out of the fold.</remarks>
    public static RocComparison Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<bool> labels)
    {
        ScoreCheck.Scores(first, labels, [], nameof(first));
        ScoreCheck.Scores(second, labels, [], nameof(second));
        return Of(DeLong.Of(first, labels), DeLong.Of(second, labels));
    }

    /// <summary>Compares two scores; null where a label has no rows.</summary>
    internal static RocComparison Of(DeLong? one, DeLong? other) => Of(one, other, DeLong.Covariance);

    /// <summary>Compares two scores whose areas have another covariance than that of independent rows.</summary>
    internal static RocComparison Of(DeLong? one, DeLong? other, Func<DeLong, DeLong, double> covariance)
    {
        if (one is null || other is null)
        {
            return new RocComparison(double.NaN, double.NaN, double.NaN, double.NaN);
        }

        // Three variances cancel where the scores hardly differ; what is left is then rounding.
        double ofBoth = covariance(one, one) + covariance(other, other);
        double variance = ofBoth - (2 * covariance(one, other));
        double error = variance > 1e-14 * ofBoth ? Math.Sqrt(variance) : double.IsNaN(variance) ? variance : 0;
        double difference = one.Area - other.Area;
        return new RocComparison(one.Area, other.Area, error, PValueOf(difference, error));
    }

    /// <summary>Writes the comparison.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First:0.0000} against {Second:0.0000}: {Difference:+0.0000;-0.0000;0}, p {PValue:0.0000}");

    private static double PValueOf(double difference, double error) => error switch
    {
        > 0 => SpecialFunctions.Erfc(Math.Abs(difference) / error / Math.Sqrt(2)),
        0 => Math.Abs(difference) > 1e-12 ? double.NaN : 1,
        _ => error,
    };
}
