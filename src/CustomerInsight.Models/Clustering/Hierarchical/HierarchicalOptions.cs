using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>How rows are joined to groups step by step.</summary>
public sealed class HierarchicalOptions
{
    /// <summary>Gets or sets how many groups the tree is cut into.</summary>
    /// <value>4. From 1 to 1,000. Not used where <see cref="CutHeight"/> is set.</value>
    [Range(1, 1_000)]
    public int Groups { get; set; } = 4;

    /// <summary>Gets or sets the height at which the tree is cut, in the place of a number of groups.</summary>
    /// <value>Null: cut into <see cref="Groups"/>. Else at least 0, on the scale of the fit.</value>
    [Range(0.0, double.MaxValue)]
    public double? CutHeight { get; set; }

    /// <summary>Gets or sets how the distance of two groups is measured.</summary>
    /// <value><see cref="Linkage.Ward"/>.</value>
    [EnumDataType(typeof(Linkage))]
    public Linkage Linkage { get; set; } = Linkage.Ward;

    /// <summary>Gets or sets how features are scaled before the fit.</summary>
    /// <value>Standardized.</value>
    [Required]
    [ValidateObjectMembers(typeof(FeatureScalingOptionsValidator))]
    public FeatureScalingOptions Scaling { get; set; } = new();

    /// <summary>Gets or sets how many rows are taken at most: memory and time grow with their square, 8 bytes a pair of rows.</summary>
    /// <value>10,000 (400 MB). From 2 to 40,000 (6.4 GB). More rows are refused with an exception.</value>
    [Range(2, 40_000)]
    public int MaximumRows { get; set; } = 10_000;

    /// <summary>Gets or sets how many threads work at most. The model does not depend on it.</summary>
    /// <value>0: as many as there are cores.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal HierarchicalOptions Copy()
    {
        var copy = (HierarchicalOptions)MemberwiseClone();
        copy.Scaling = Scaling.Copy();
        return copy;
    }
}
