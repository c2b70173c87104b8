using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>How a Gaussian mixture is fitted.</summary>
public sealed class GaussianMixtureOptions
{
    /// <summary>Gets or sets how many groups there are.</summary>
    /// <value>4. From 1 to 1,000.</value>
    [Range(1, 1_000)]
    public int Groups { get; set; } = 4;

    /// <summary>Gets or sets which shapes the groups may have.</summary>
    /// <value><see cref="CovarianceKind.Full"/>.</value>
    [EnumDataType(typeof(CovarianceKind))]
    public CovarianceKind Covariance { get; set; } = CovarianceKind.Full;

    /// <summary>Gets or sets how features are scaled before the fit.</summary>
    /// <value>Standardized. Shapes other than <see cref="CovarianceKind.Full"/> and <see cref="CovarianceKind.Tied"/> depend on it.</value>
    [Required]
    [ValidateObjectMembers(typeof(FeatureScalingOptionsValidator))]
    public FeatureScalingOptions Scaling { get; set; } = new();

    /// <summary>Gets or sets what is added to every variance, so that no group shrinks to a point.</summary>
    /// <value>1e-6 (on the scale of the fit). From 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double Regularization { get; set; } = 1e-6;

    /// <summary>Gets or sets the change of the mean log-likelihood of a customer below which the search has converged.</summary>
    /// <value>1e-9. From 0 (only the number of iterations ends the search) to 1.</value>
    [Range(0.0, 1.0)]
    public double Tolerance { get; set; } = 1e-9;

    /// <summary>Gets or sets after how many steps a search gives up.</summary>
    /// <value>1,000. From 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int MaximumIterations { get; set; } = 1_000;

    /// <summary>Gets or sets from how many starts the search is made; the likeliest mixture without a collapsed group is kept.</summary>
    /// <value>1: from the groups of k-means with all its restarts. From 1 to 1,000; further starts are k-means of other seeds, each of one restart.</value>
    [Range(1, 1_000)]
    public int Starts { get; set; } = 1;

    /// <summary>Gets or sets groups to start from, in the place of those of k-means; a mixture of the same kind is continued as it is.</summary>
    /// <value>Null. Else it must have <see cref="Groups"/> groups of the same features.</value>
    public IClusteringModel? Start { get; set; }

    /// <summary>Gets or sets the seed of the starts.</summary>
    /// <value>1. Any number; equal seeds give equal models.</value>
    public ulong Seed { get; set; } = 1;

    /// <summary>Gets or sets how many threads work at most. The model does not depend on it.</summary>
    /// <value>0: as many as there are cores.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal GaussianMixtureOptions Copy()
    {
        var copy = (GaussianMixtureOptions)MemberwiseClone();
        copy.Scaling = Scaling.Copy();
        return copy;
    }
}
