using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How a logistic regression is fitted.</summary>
/// <remarks>
/// What is made least is Σ wᵢ ln(1 + exp(−yᵢ mᵢ)) + <see cref="PenaltyStrength"/> × (½ (1 − r) Σ bⱼ² + r Σ |bⱼ|), where mᵢ are the log-odds, yᵢ is 1 or −1,
/// bⱼ is a coefficient per standard deviation of its column and r is 0 for <see cref="LogisticPenalty.L2"/>, 1 for <see cref="LogisticPenalty.L1"/> and
/// <see cref="L1Ratio"/> for <see cref="LogisticPenalty.ElasticNet"/>. The intercept is never penalised. With standardized columns it is scikit-learn's objective, C being 1 / strength.
/// </remarks>
public sealed class LogisticOptions
{
    /// <summary>Gets or sets what keeps coefficients from following chance.</summary>
    /// <value><see cref="LogisticPenalty.L2"/>. For standard errors and p-values, <see cref="LogisticPenalty.None"/>.</value>
    [EnumDataType(typeof(LogisticPenalty))]
    public LogisticPenalty Penalty { get; set; } = LogisticPenalty.L2;

    /// <summary>Gets or sets how strong the penalty is.</summary>
    /// <value>1, which weighs as much as a few rows and so fades as data grow. From 1e-9 to 1e12. Without a penalty it has no meaning.</value>
    [Range(1e-9, 1e12)]
    public double PenaltyStrength { get; set; } = 1;

    /// <summary>Gets or sets which share of the elastic net's penalty is on the sizes of the coefficients, not on their squares.</summary>
    /// <value>0.5. From 0 to 1. Only of <see cref="LogisticPenalty.ElasticNet"/>.</value>
    [Range(0.0, 1.0)]
    public double L1Ratio { get; set; } = 0.5;

    /// <summary>Gets or sets how much more a row with the event counts than one without.</summary>
    /// <value>
    /// 1. From 1e-6 to 1e6. With another value the probabilities are those of a population with as many more events; <see cref="PriorCorrection.OfWeight"/> takes them back.
    /// Without a penalty, standard errors are then robust ones, and there is no likelihood ratio test, AIC or BIC.
    /// </value>
    [Range(1e-6, 1e6)]
    public double PositiveWeight { get; set; } = 1;

    /// <summary>Gets or sets how small a step ends the search, in standard errors of what is estimated.</summary>
    /// <value>1e-6: the step is still taken, and what is left is of the order of its square. From 1e-12 to 0.1.</value>
    [Range(1e-12, 0.1)]
    public double Tolerance { get; set; } = 1e-6;

    /// <summary>Gets or sets after how many steps the search gives up.</summary>
    /// <value>100; some six are usual. From 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MaximumIterations { get; set; } = 100;

    /// <summary>Gets or sets how many threads work at most. The model does not depend on it.</summary>
    /// <value>0: as many as there are cores.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal LogisticOptions Copy() => (LogisticOptions)MemberwiseClone();
}
