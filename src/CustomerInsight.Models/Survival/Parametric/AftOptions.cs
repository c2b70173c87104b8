using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How an accelerated-failure-time model is fitted.</summary>
public sealed class AftOptions
{
    /// <summary>Gets or sets how times scatter.</summary>
    /// <value>Weibull.</value>
    [EnumDataType(typeof(AftDistribution))]
    public AftDistribution Distribution { get; set; }

    /// <summary>Gets or sets which end counts as the event, by the number of its cause; all others count as no event from then on.</summary>
    /// <value>0: every cause. From 0.</value>
    [Range(0, int.MaxValue)]
    public int Cause { get; set; }

    /// <summary>Gets or sets how many events the fit needs at least.</summary>
    /// <value>10. From 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int MinimumEvents { get; set; } = 10;

    /// <summary>Gets or sets after how many steps the search gives up.</summary>
    /// <value>100. From 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MaximumIterations { get; set; } = 100;

    /// <summary>Gets or sets how many threads work at most. The model does not depend on it.</summary>
    /// <value>0: as many as there are cores.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal AftOptions Copy() => (AftOptions)MemberwiseClone();
}
