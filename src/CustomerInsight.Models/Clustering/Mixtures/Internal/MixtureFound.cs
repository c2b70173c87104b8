namespace CustomerInsight.Models;

/// <summary>Where a search from one start ended.</summary>
/// <param name="Parameters">The mixture.</param>
/// <param name="LogLikelihood">Of all rows by it; not a number where the numbers ran out of range.</param>
/// <param name="Iterations">How many steps it took.</param>
/// <param name="Converged">Whether the likelihood had stopped growing.</param>
/// <param name="Collapsed">How many groups stand on too few rows to have a shape.</param>
internal sealed record MixtureFound(MixtureParameters Parameters, double LogLikelihood, int Iterations, bool Converged, int Collapsed)
{
    /// <summary>Whether this one is to be kept rather than another: a group that shrinks to a few rows has a high likelihood and no meaning.</summary>
    public bool IsBetterThan(MixtureFound? other) =>
        other is null || !double.IsFinite(other.LogLikelihood) || (double.IsFinite(LogLikelihood)
            && (Collapsed < other.Collapsed || (Collapsed == other.Collapsed && LogLikelihood > other.LogLikelihood)));
}
