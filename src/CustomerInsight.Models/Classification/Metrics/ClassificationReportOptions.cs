using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>What a report on probabilities shows.</summary>
public sealed class ClassificationReportOptions
{
    /// <summary>Gets or sets the confidence of the interval of the area under the ROC curve.</summary>
    /// <value>0.95. From 0.5 to 0.9999.</value>
    [Range(0.5, 0.9999)]
    public double Level { get; set; } = 0.95;

    /// <summary>Gets or sets from which probability on the table of right and wrong says yes.</summary>
    /// <value>0.5. From 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double Threshold { get; set; } = 0.5;

    /// <summary>Gets or sets into how many bins the table of reliability puts the probabilities.</summary>
    /// <value>10. From 1 to 1,000.</value>
    [Range(1, 1_000)]
    public int Bins { get; set; } = ReliabilityTable.DefaultBins;

    /// <summary>Gets or sets how these bins are made.</summary>
    /// <value><see cref="ReliabilityBinning.EqualMass"/>.</value>
    [EnumDataType(typeof(ReliabilityBinning))]
    public ReliabilityBinning Binning { get; set; } = ReliabilityBinning.EqualMass;

    /// <summary>Gets or sets in how many steps the table of gain goes down the ranking.</summary>
    /// <value>10. From 1 to 1,000.</value>
    [Range(1, 1_000)]
    public int Steps { get; set; } = 10;

    /// <summary>Gets or sets the campaign whose profit is reported: what it costs to make an offer to those who may leave, and what it brings.</summary>
    /// <value>Null: no profit is reported. <c>new RetentionCampaign()</c> has the values of the literature.</value>
    public RetentionCampaign? Campaign { get; set; }
}
