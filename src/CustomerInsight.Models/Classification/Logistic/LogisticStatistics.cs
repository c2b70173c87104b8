namespace CustomerInsight.Models;

/// <summary>How well a logistic regression explains the rows it was fitted to.</summary>
/// <param name="Rows">How many rows there were.</param>
/// <param name="Positives">For how many of them the event happened.</param>
/// <param name="Weight">The sum of the weights of the rows; <paramref name="Rows"/> where each counts once.</param>
/// <param name="Parameters">How many numbers were fitted: the intercept and a coefficient for each column that was not left out.</param>
/// <param name="LogLikelihood">The log-likelihood of the rows, without the penalty.</param>
/// <param name="NullLogLikelihood">That of a model with an intercept alone.</param>
public sealed record LogisticStatistics(int Rows, int Positives, double Weight, int Parameters, double LogLikelihood, double NullLogLikelihood)
{
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
    public double Aic => (2.0 * Parameters) + Deviance;

    /// <summary>Gets Schwarz's information criterion, harder on parameters.</summary>
    public double Bic => (Parameters * Math.Log(Weight)) + Deviance;

    /// <summary>Gets whether the columns explain anything, by the likelihood ratio against an intercept alone.</summary>
    /// <value>Null where no column was left. With a penalty, the p-value is too large rather than too small.</value>
    public LikelihoodRatioTest? Test => Parameters > 1
        ? LikelihoodRatioTest.Of("intercept alone", LogisticModel.Name, LogLikelihood - NullLogLikelihood, Parameters - 1)
        : null;
}
