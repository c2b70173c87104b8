using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>How DBSCAN tells dense places from sparse ones.</summary>
public sealed class DbscanOptions
{
    /// <summary>Gets or sets how near, on the scale of the fit, rows are neighbours (eps in the literature).</summary>
    /// <value>0.5. Above 0.</value>
    [Range(double.Epsilon, double.MaxValue)]
    public double Radius { get; set; } = 0.5;

    /// <summary>Gets or sets how many rows, itself among them, must be within the radius of a row at the heart of a group (minPts in the literature).</summary>
    /// <value>5. From 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int MinimumNeighbors { get; set; } = 5;

    /// <summary>Gets or sets how features are scaled before the fit.</summary>
    /// <value>Standardized.</value>
    [Required]
    [ValidateObjectMembers(typeof(FeatureScalingOptionsValidator))]
    public FeatureScalingOptions Scaling { get; set; } = new();

    /// <summary>Gets or sets how many threads work at most. The model does not depend on it.</summary>
    /// <value>0: as many as there are cores.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal DbscanOptions Copy()
    {
        var copy = (DbscanOptions)MemberwiseClone();
        copy.Scaling = Scaling.Copy();
        return copy;
    }
}
