namespace CustomerInsight.Models;

/// <summary>How well a logistic regression explains the rows it was fitted to.</summary>
/// <param name="Rows">How many rows there were.</param>
/// <param name="Positives">For how many of them the event happened.</param>
/// <param name="Weight">The sum of the weights of the rows, those with the event as often as <see cref="PositiveWeight"/> says; <paramref name="Rows"/> where each counts once.</param>
/// <param name="Parameters">How many numbers were fitted: the intercept and a coefficient for each column that was not left out.</param>
/// <param name="LogLikelihood">The log-likelihood of the rows, without the penalty.</param>
/// <param name="NullLogLikelihood">That of a model with an intercept alone.</param>
/// <exception cref="ArgumentOutOfRangeException">There is no row or parameter, there are more events than rows, the weight is not above 0, or a number is not finite.</exception>
public sealed record LogisticStatistics(int Rows, int Positives, double Weight, int Parameters, double LogLikelihood, double NullLogLikelihood)
{
    /// <summary>Gets how many rows there were.</summary>
    public int Rows { get; init; } = Rows >= 1 ? Rows : throw new ArgumentOutOfRangeException(nameof(Rows), Rows, "Expected at least one row.");

    /// <summary>Gets for how many of them the event happened.</summary>
    public int Positives { get; init; } = Positives >= 0 && Positives <= Rows ? Positives : throw new ArgumentOutOfRangeException(nameof(Positives), Positives, "Expected at least 0, and at most as many as rows.");

    /// <summary>Gets the sum of the weights.</summary>
    public double Weight { get; init; } = ParameterCheck.Positive(Weight, nameof(Weight));

    /// <summary>Gets how many numbers were fitted.</summary>
    public int Parameters { get; init; } = Parameters >= 1 ? Parameters : throw new ArgumentOutOfRangeException(nameof(Parameters), Parameters, "Expected at least the intercept.");

    /// <summary>Gets the log-likelihood.</summary>
    public double LogLikelihood { get; init; } = Finite(LogLikelihood, nameof(LogLikelihood));

    /// <summary>Gets that of an intercept alone.</summary>
    public double NullLogLikelihood { get; init; } = Finite(NullLogLikelihood, nameof(NullLogLikelihood));

    /// <summary>Gets how much more a row with the event counted than one without, see <see cref="LogisticOptions.PositiveWeight"/>.</summary>
    /// <value>1. With another, the likelihoods are those of a population with as many more events, and criteria and tests that count rows do not exist.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double PositiveWeight
    {
        get;
        init => field = ParameterCheck.Positive(value, nameof(PositiveWeight));
    } = 1;

    /// <summary>Gets the deviance, −2 ln L.</summary>
    public double Deviance => -2 * LogLikelihood;

    /// <summary>Gets the deviance of a model with an intercept alone.</summary>
    public double NullDeviance => -2 * NullLogLikelihood;

    /// <summary>Gets McFadden's share of the log-likelihood that the columns explain.</summary>
    /// <remarks>Source: McFadden, "Conditional logit analysis of qualitative choice behavior" (1974).</remarks>
    public double McFaddenR2 => 1 - (LogLikelihood / NullLogLikelihood);

    /// <summary>Gets Cox and Snell's measure, which stays below 1.</summary>
    /// <remarks>Source: Cox, Snell, "The Analysis of Binary Data" (1989), page 208.</remarks>
    public double CoxSnellR2 => -Numeric.ExpM1(2 * (NullLogLikelihood - LogLikelihood) / Weight);

    /// <summary>Gets Nagelkerke's: Cox and Snell's in shares of the most it can be.</summary>
    /// <remarks>Source: Nagelkerke, "A note on a general definition of the coefficient of determination", Biometrika 78 (1991).</remarks>
    public double NagelkerkeR2 => CoxSnellR2 / -Numeric.ExpM1(2 * NullLogLikelihood / Weight);

    /// <summary>Gets Akaike's information criterion: of two models of the same rows fitted without a penalty, the lower is the better one.</summary>
    /// <value>Not a number with a <see cref="PositiveWeight"/> other than 1.</value>
    public double Aic => PositiveWeight == 1 ? (2.0 * Parameters) + Deviance : double.NaN;

    /// <summary>Gets Schwarz's information criterion, harder on parameters.</summary>
    /// <value>Not a number with a <see cref="PositiveWeight"/> other than 1.</value>
    public double Bic => PositiveWeight == 1 ? (Parameters * Math.Log(Weight)) + Deviance : double.NaN;

    /// <summary>Gets whether the columns explain anything, by the likelihood ratio against an intercept alone.</summary>
    /// <value>Null where no column was left, and with a <see cref="PositiveWeight"/> other than 1. With a penalty, the p-value is too large rather than too small.</value>
    public LikelihoodRatioTest? Test => Parameters > 1 && PositiveWeight == 1
        ? LikelihoodRatioTest.Of("intercept alone", LogisticModel.Name, LogLikelihood - NullLogLikelihood, Parameters - 1)
        : null;

    private static double Finite(double value, string name) => double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "Expected a finite number.");
}
