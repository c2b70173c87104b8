using System.Globalization;
using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>Whether data need the larger of two nested models, or the smaller explains them as well.</summary>
/// <param name="Smaller">The smaller model.</param>
/// <param name="Larger">The larger, of which the smaller is a special case.</param>
/// <param name="Statistic">Twice the gain in log-likelihood. At least 0.</param>
/// <param name="DegreesOfFreedom">How many parameters more the larger model has.</param>
/// <param name="PValue">How probable so large a gain is where the smaller model is true.</param>
/// <param name="AtEdge">Whether the smaller model lies at the edge of the larger one.</param>
public sealed record LikelihoodRatioTest(string Smaller, string Larger, double Statistic, int DegreesOfFreedom, double PValue, bool AtEdge)
{
    // Of the log-likelihood: two searches that end at the same place differ by less.
    private const double Rounding = 1e-7;

    /// <summary>Compares two fits to the same data.</summary>
    /// <param name="smaller">The fit of the smaller model.</param>
    /// <param name="larger">The fit of the larger one.</param>
    /// <param name="atEdge">
    /// Whether the smaller model is the larger with a parameter at the edge of its range (a drop-out of 0, say) rather than at a value inside (c = 1 of the beta-discrete-Weibull).
    /// The gain is then distributed half like chi-squared with one degree of freedom fewer. Where further parameters mean nothing at that edge, the p-value is too large rather than too small.
    /// </param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">A fit did not converge or is none by maximum likelihood, they are of different numbers of customers, of other data or another time unit (<see cref="FitReport.Basis"/>), the larger model has no more parameters, or fits worse, which a nested model cannot.</exception>
    /// <remarks>Sources: Wilks, "The large-sample distribution of the likelihood ratio", Annals of Mathematical Statistics 9 (1938); Self, Liang, "Asymptotic properties of maximum
    /// likelihood estimators and likelihood ratio tests under nonstandard conditions", Journal of the American Statistical Association 82 (1987), case 5.</remarks>
    public static LikelihoodRatioTest Of(FitReport smaller, FitReport larger, bool atEdge = false)
    {
        ArgumentNullException.ThrowIfNull(smaller);
        ArgumentNullException.ThrowIfNull(larger);
        FitComparison.ThrowIfNotComparable([smaller, larger], nameof(larger));
        int degrees = larger.Parameters.Count - smaller.Parameters.Count;
        if (degrees <= 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{larger.Model} has {larger.Parameters.Count} parameters, no more than the {smaller.Parameters.Count} of {smaller.Model}. Pass the smaller model first; compare models that are not nested by {nameof(FitComparison)}."),
                nameof(larger));
        }

        double gain = larger.LogLikelihood!.Value - smaller.LogLikelihood!.Value;
        if (gain < -Rounding * Math.Abs(smaller.LogLikelihood.Value))
        {
            throw new ArgumentException($"{larger.Model} fits worse than {smaller.Model}, so that is no special case of it, or the data differ. Compare such models by {nameof(FitComparison)}.", nameof(larger));
        }

        return Of(smaller.Model, larger.Model, gain, degrees, atEdge);
    }

    /// <summary>Says what the test says.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Larger} against {Smaller}: likelihood ratio {Statistic:0.00} on {DegreesOfFreedom} degrees of freedom, p {PValue:0.0000}{(AtEdge ? " (the smaller at the edge of the larger)" : string.Empty)}");

    /// <summary>Compares two models that differ by so much log-likelihood and so many parameters.</summary>
    internal static LikelihoodRatioTest Of(string smaller, string larger, double gain, int degrees, bool atEdge = false)
    {
        double statistic = Math.Max(0, 2 * gain);
        double p = Survival(degrees, statistic);
        return new LikelihoodRatioTest(smaller, larger, statistic, degrees, atEdge ? (p + Survival(degrees - 1, statistic)) / 2 : p, atEdge);
    }

    // Of chi-squared; with 0 degrees of freedom it is 0 for certain.
    private static double Survival(int degrees, double statistic) =>
        statistic <= 0 ? 1 : degrees == 0 ? 0 : SpecialFunctions.GammaUpperRegularized(degrees / 2.0, statistic / 2);
}
