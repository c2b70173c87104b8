namespace CustomerInsight.Models;

/// <summary>Which shapes the groups of a Gaussian mixture may have.</summary>
public enum CovarianceKind
{
    /// <summary>Each group has a covariance matrix of its own: any ellipsoid.</summary>
    Full,

    /// <summary>All groups share one covariance matrix: equal ellipsoids.</summary>
    Tied,

    /// <summary>Each group has a variance of its own for each feature: ellipsoids along the axes.</summary>
    Diagonal,

    /// <summary>Each group has one variance: balls.</summary>
    Spherical,
}
