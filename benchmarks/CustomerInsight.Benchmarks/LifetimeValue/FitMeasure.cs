namespace CustomerInsight.Benchmarks;

/// <summary>What fitting one model took and gave.</summary>
/// <param name="Model">The model's name in the literature.</param>
/// <param name="FitSeconds">The median time over the repetitions, after warming up.</param>
/// <param name="Status">How the fit ended.</param>
/// <param name="LogLikelihood">The log-likelihood in the time unit of the parameters; null where nothing could be fitted.</param>
/// <param name="Parameters">The parameters by name.</param>
/// <param name="StandardErrors">Their standard errors by name, where there are any.</param>
/// <param name="Warnings">The codes of what a person should know.</param>
/// <param name="PeerSeconds">What lifetimes takes for 1,000,000 customers on an idle machine of two cores; null where nobody was measured.</param>
internal sealed record FitMeasure(
    string Model,
    double FitSeconds,
    string Status,
    double? LogLikelihood,
    IReadOnlyDictionary<string, double> Parameters,
    IReadOnlyDictionary<string, double> StandardErrors,
    IReadOnlyList<string> Warnings,
    double? PeerSeconds);
