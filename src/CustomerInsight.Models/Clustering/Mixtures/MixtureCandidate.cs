namespace CustomerInsight.Models;

/// <summary>One of the mixtures among which one is chosen.</summary>
/// <param name="Groups">How many groups were asked for.</param>
/// <param name="Covariance">Which shapes they may have.</param>
/// <param name="Criteria">How well it fits; null where none could be fitted.</param>
/// <param name="IsSound">Whether it can be chosen: its search converged, and no group collapsed to a few rows, which makes any likelihood high.</param>
public sealed record MixtureCandidate(int Groups, CovarianceKind Covariance, MixtureCriteria? Criteria, bool IsSound);
