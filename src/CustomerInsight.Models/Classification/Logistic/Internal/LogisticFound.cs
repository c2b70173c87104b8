namespace CustomerInsight.Models;

/// <summary>Where the search for the coefficients of a logistic regression ended.</summary>
/// <param name="Point">The best point.</param>
/// <param name="Loss">−ln L there, without the penalty.</param>
/// <param name="Iterations">How many steps were made.</param>
/// <param name="Converged">Whether the last step was as small as asked for.</param>
/// <param name="Escape">The step along which the likelihood grows without end; null where there is none.</param>
internal sealed record LogisticFound(double[] Point, double Loss, int Iterations, bool Converged, double[]? Escape);
