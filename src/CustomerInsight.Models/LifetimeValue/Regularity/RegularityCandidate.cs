namespace CustomerInsight.Models;

/// <summary>A model of one regularity among others to choose from.</summary>
/// <param name="Regularity">The regularity (k).</param>
/// <param name="Model">The fitted model; null where there was too little data or the fit did not converge.</param>
/// <param name="Fit">How the fit went.</param>
/// <param name="LogLikelihood">The log-likelihood of all times of purchase: that of the fit, and that of the times between the first and the last purchase; null without a model.</param>
public sealed record RegularityCandidate(int Regularity, BgNbdModel? Model, FitReport Fit, double? LogLikelihood);
