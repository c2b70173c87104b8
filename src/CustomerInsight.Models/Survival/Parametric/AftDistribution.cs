namespace CustomerInsight.Models;

/// <summary>How times scatter in an accelerated-failure-time model: ln T = intercept + features × coefficients + scale × W.</summary>
/// <remarks>Source: Kalbfleisch, Prentice, "The Statistical Analysis of Failure Time Data" (2002), section 2.2.</remarks>
public enum AftDistribution
{
    /// <summary>T is Weibull: the risk rises with time for a scale below 1, and falls for one above. W is the least extreme value, S(w) = exp(−exp w). In the other usual words, λ = exp(intercept) and ρ = 1 / scale.</summary>
    Weibull,

    /// <summary>T is exponential: a Weibull with scale 1, whose risk is the same at all times.</summary>
    Exponential,

    /// <summary>T is log-normal: the risk rises first and falls later. W is normal.</summary>
    LogNormal,

    /// <summary>T is log-logistic: the risk falls, or for a scale below 1 rises first. W is logistic, S(w) = 1 / (1 + exp w).</summary>
    LogLogistic,
}
