namespace CustomerInsight.Models;

/// <summary>A purchase model among others to choose from.</summary>
/// <param name="Kind">Which model.</param>
/// <param name="Model">The model fitted on the calibration; null where the fit did not converge or there was too little data.</param>
/// <param name="Fit">How that fit went.</param>
/// <param name="Score">How near it came to what customers did in the holdout; null without a model.</param>
/// <param name="Behind">How much lower its log score (<see cref="ForecastScore.LogScore"/>) is than the best one; 0 of the best, null without a model.</param>
/// <param name="BehindStandardError">The standard error of <paramref name="Behind"/>, over customers.</param>
public sealed record ModelCandidate(PurchaseModelKind Kind, IPurchaseModel? Model, FitReport Fit, ForecastScore? Score, double? Behind, double? BehindStandardError)
{
    // Of the log score. Where one model is the limit of another, searches end a little apart, and all customers agree on which is so little better.
    private const double Same = 1e-5;

    /// <summary>Gets whether it is as good as the best one, as far as these customers can tell: not behind by more than two standard errors, or by no more than 0.00001, which nobody would notice.</summary>
    public bool IsAsGood => Behind <= Math.Max(2 * BehindStandardError ?? 0, Same);

    /// <summary>Gets whether it foretells the same as the best one, but for rounding.</summary>
    internal bool IsSame => Behind <= Same;
}
