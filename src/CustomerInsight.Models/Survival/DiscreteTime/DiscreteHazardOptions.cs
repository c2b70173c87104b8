using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How a discrete-time hazard is fitted.</summary>
public sealed class DiscreteHazardOptions
{
    /// <summary>Gets or sets how long a period is, in the unit of the times: 1 for times in months and monthly billing.</summary>
    /// <value>1. From 1e-6 to 1e6.</value>
    [Range(1e-6, 1e6)]
    public double PeriodLength { get; set; } = 1;

    /// <summary>Gets or sets how the chance changes with the number of the period.</summary>
    /// <value>Freely.</value>
    [EnumDataType(typeof(HazardShape))]
    public HazardShape Shape { get; set; }

    /// <summary>Gets or sets how many events periods need at least to have a chance of their own; those with fewer share one with their neighbours. Only of <see cref="HazardShape.PerPeriod"/>.</summary>
    /// <value>5. From 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int MinimumEventsInPeriod { get; set; } = 5;

    /// <summary>Gets or sets which end counts as the event, by the number of its cause; all others count as no event from then on.</summary>
    /// <value>0: every cause. From 0.</value>
    [Range(0, int.MaxValue)]
    public int Cause { get; set; }

    /// <summary>Gets or sets what keeps coefficients from following chance.</summary>
    /// <value><see cref="LogisticPenalty.None"/>, which alone gives standard errors.</value>
    [EnumDataType(typeof(LogisticPenalty))]
    public LogisticPenalty Penalty { get; set; } = LogisticPenalty.None;

    /// <summary>Gets or sets how strong the penalty is, as <see cref="LogisticOptions.PenaltyStrength"/> says.</summary>
    /// <value>1. From 1e-9 to 1e12.</value>
    [Range(1e-9, 1e12)]
    public double PenaltyStrength { get; set; } = 1;

    /// <summary>Gets or sets how many events the fit needs at least.</summary>
    /// <value>10. From 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int MinimumEvents { get; set; } = 10;

    /// <summary>Gets or sets how many threads work at most. The model does not depend on it.</summary>
    /// <value>0: as many as there are cores.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal DiscreteHazardOptions Copy() => (DiscreteHazardOptions)MemberwiseClone();
}
