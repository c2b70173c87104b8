using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>How a number of groups is chosen.</summary>
public sealed class GroupCountOptions
{
    /// <summary>Gets or sets the least number of groups to look at.</summary>
    /// <value>1. From 1 to 1,000.</value>
    [Range(1, 1_000)]
    public int Least { get; set; } = 1;

    /// <summary>Gets or sets the greatest number of groups to look at.</summary>
    /// <value>8. From 2 to 1,000, and above <see cref="Least"/>.</value>
    [Range(2, 1_000)]
    public int Most { get; set; } = 8;

    /// <summary>Gets or sets by what the number is recommended. All measures are in the table whatever it is.</summary>
    /// <value><see cref="GroupCountCriterion.Silhouette"/>.</value>
    [EnumDataType(typeof(GroupCountCriterion))]
    public GroupCountCriterion Criterion { get; set; } = GroupCountCriterion.Silhouette;

    /// <summary>Gets or sets how groups are found; the number of groups and a start in it are not used.</summary>
    /// <value>The defaults of <see cref="KMeansOptions"/>.</value>
    [Required]
    [ValidateObjectMembers(typeof(KMeansOptionsValidator))]
    public KMeansOptions KMeans { get; set; } = new();

    /// <summary>Gets or sets on how many rows the silhouette is measured at most.</summary>
    /// <value>10,000. From 2 to 1,000,000.</value>
    [Range(2, 1_000_000)]
    public int SilhouetteRows { get; set; } = 10_000;

    /// <summary>Gets or sets with how many sets of rows without groups the data are compared for the gap.</summary>
    /// <value>20. From 0 (the gap is not measured) to 10,000.</value>
    [Range(0, 10_000)]
    public int ReferenceSets { get; set; } = 20;

    /// <summary>Gets or sets on how many rows the gap is measured at most.</summary>
    /// <value>2,000. From 100 to 1,000,000.</value>
    [Range(100, 1_000_000)]
    public int GapRows { get; set; } = 2_000;
}
