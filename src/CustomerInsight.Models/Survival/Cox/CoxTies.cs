namespace CustomerInsight.Models;

/// <summary>How Cox regression counts events that happen at the same time.</summary>
public enum CoxTies
{
    /// <summary>Each event of a tie is compared with those at risk less a growing share of the tied: near to the exact answer at no cost. The default of R.</summary>
    /// <remarks>Source: Efron, "The efficiency of Cox's likelihood function for censored data", Journal of the American Statistical Association 72 (1977).</remarks>
    Efron,

    /// <summary>Each event of a tie is compared with all at risk: coefficients are drawn towards 0 where many are tied.</summary>
    /// <remarks>Source: Breslow, "Covariance analysis of censored survival data", Biometrics 30 (1974).</remarks>
    Breslow,

    /// <summary>Those with the event are compared with every choice of as many of those at risk: for times that are truly discrete, such as months of billing.</summary>
    /// <remarks>
    /// The cost of a time is the rows at risk × the events × the square of the columns. Rows cannot be weighted, and there are no robust errors.
    /// <para>Source: Cox, "Regression models and life-tables", Journal of the Royal Statistical Society B 34 (1972), section 6; Gail, Lubin, Rubinstein, "Likelihood
    /// calculations for matched case-control studies and survival studies with tied death times", Biometrika 68 (1981).</para>
    /// </remarks>
    Exact,
}
