using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>How a run groups customers by what they bought.</summary>
public sealed class GroupingOptions
{
    /// <summary>Gets or sets by which numbers customers are grouped, by the names in <see cref="PurchaseFeatures"/>.</summary>
    /// <value><see cref="PurchaseFeatures.Default"/>. A model that the host gives brings its own.</value>
    public ValueList<string> Features { get; set; } = PurchaseFeatures.Default;

    /// <summary>Gets or sets how the features are scaled.</summary>
    /// <value>The log of each, standardized: for amounts and counts.</value>
    [Required]
    [ValidateObjectMembers(typeof(FeatureScalingOptionsValidator))]
    public FeatureScalingOptions Scaling { get; set; } = new() { Transform = FeatureTransform.LogStandardize };

    /// <summary>Gets or sets how many groups there are.</summary>
    /// <value>Null: as many as are told apart best, by <see cref="Criterion"/>. Else from 1 to 1,000.</value>
    [Range(1, 1_000)]
    public int? Groups { get; set; }

    /// <summary>Gets or sets the most groups tried where <see cref="Groups"/> is null.</summary>
    /// <value>8. From 2 to 100.</value>
    [Range(2, 100)]
    public int MostGroups { get; set; } = 8;

    /// <summary>Gets or sets by what the number of groups is chosen where <see cref="Groups"/> is null.</summary>
    /// <value><see cref="GroupCountCriterion.Silhouette"/>.</value>
    [EnumDataType(typeof(GroupCountCriterion))]
    public GroupCountCriterion Criterion { get; set; } = GroupCountCriterion.Silhouette;

    /// <summary>Gets or sets how many customers with purchases grouping needs at least.</summary>
    /// <value>50. From 2 to 1,000,000.</value>
    [Range(2, 1_000_000)]
    public int MinimumCustomers { get; set; } = 50;

    /// <summary>Gets or sets how features are put into words.</summary>
    /// <value><see cref="FeaturePhrase.Purchases"/>. Others are called by their names.</value>
    public ValueList<FeaturePhrase> Phrases { get; set; } = FeaturePhrase.Purchases;

    /// <summary>Gets or sets the seed of the starts.</summary>
    /// <value>1. Any number; equal seeds give equal groups.</value>
    public ulong Seed { get; set; } = 1;

    /// <summary>Gets or sets how many threads work at most. The groups do not depend on it.</summary>
    /// <value>0: as many as the run allows, or as there are cores.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal GroupingOptions Copy()
    {
        var copy = (GroupingOptions)MemberwiseClone();
        copy.Scaling = Scaling.Copy();
        return copy;
    }
}
