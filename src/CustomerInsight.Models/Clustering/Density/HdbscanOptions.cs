using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>How HDBSCAN tells groups from noise.</summary>
public sealed class HdbscanOptions
{
    /// <summary>Gets or sets how many rows make a group at least.</summary>
    /// <value>15. From 2 to 1,000,000.</value>
    [Range(2, 1_000_000)]
    public int MinimumGroupSize { get; set; } = 15;

    /// <summary>Gets or sets by how many neighbours, itself among them, the density at a row is measured: more make the groups smoother and more rows noise.</summary>
    /// <value>Null: as many as <see cref="MinimumGroupSize"/>. Else from 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int? MinimumNeighbors { get; set; }

    /// <summary>Gets or sets how features are scaled before the fit.</summary>
    /// <value>Standardized.</value>
    [Required]
    [ValidateObjectMembers(typeof(FeatureScalingOptionsValidator))]
    public FeatureScalingOptions Scaling { get; set; } = new();

    /// <summary>Gets or sets how many rows are taken at most: the time grows with their square.</summary>
    /// <value>20,000 (a few seconds). From 2 to 1,000,000. More rows are refused with an exception.</value>
    [Range(2, 1_000_000)]
    public int MaximumRows { get; set; } = 20_000;

    /// <summary>Gets or sets how many threads work at most. The model does not depend on it.</summary>
    /// <value>0: as many as there are cores.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal HdbscanOptions Copy()
    {
        var copy = (HdbscanOptions)MemberwiseClone();
        copy.Scaling = Scaling.Copy();
        return copy;
    }
}
