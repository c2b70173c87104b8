namespace CustomerInsight.Models;

/// <summary>One group of a Gaussian mixture, on the model's scale.</summary>
/// <param name="Weight">The share of customers it stands for, in (0, 1].</param>
/// <param name="Mean">Its centre: a number for each feature.</param>
/// <param name="Covariance">
/// <see cref="CovarianceKind.Full"/> and <see cref="CovarianceKind.Tied"/>: the matrix, row by row. <see cref="CovarianceKind.Diagonal"/>: the variance of each feature.
/// <see cref="CovarianceKind.Spherical"/>: the one variance.
/// </param>
public sealed record GaussianComponent(double Weight, ValueList<double> Mean, ValueList<double> Covariance);
