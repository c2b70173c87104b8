using System.ComponentModel.DataAnnotations;

namespace CustomerInsight;

/// <summary>What holds for a whole run.</summary>
public sealed class InsightOptions
{
    /// <summary>Gets or sets the tenant whose data the run is about; rows of another tenant are quarantined.</summary>
    /// <value>Empty: a host without tenants.</value>
    [Required(AllowEmptyStrings = true)]
    public string Tenant { get; set; } = string.Empty;

    /// <summary>Gets or sets the moment that the run looks from: no activity after it counts.</summary>
    /// <value>Null: the moment of the latest activity, so that a run over old data does not find every customer lost.</value>
    public DateTimeOffset? AsOf { get; set; }

    /// <summary>Gets or sets how many quarantined rows of each source the report keeps one by one; all are counted.</summary>
    /// <value>100. From 0 to 1,000,000.</value>
    [Range(0, 1_000_000)]
    public int KeptRejections { get; set; } = 100;

    /// <summary>Gets or sets how many threads a run may use at the same time. The result is the same for any number.</summary>
    /// <value>0: as many as the machine has cores. From 0 to 1,024.</value>
    [Range(0, 1024)]
    public int MaxDegreeOfParallelism { get; set; }

    /// <summary>Gets or sets after how many rows progress is reported.</summary>
    /// <value>10,000. From 1 to 10,000,000.</value>
    [Range(1, 10_000_000)]
    public int ProgressInterval { get; set; } = 10_000;
}
