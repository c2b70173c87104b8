namespace CustomerInsight.Models;

/// <summary>How well a Cox regression explains the data it was fitted to.</summary>
/// <param name="Rows">How many rows it learned from. At least 1.</param>
/// <param name="Events">How many of them ended with the event. From 1 to <paramref name="Rows"/>.</param>
/// <param name="NullLogLikelihood">The log partial likelihood where no feature does anything.</param>
/// <param name="LogLikelihood">The log partial likelihood at the coefficients.</param>
/// <param name="LikelihoodRatio">Whether the features do anything, by the likelihood; null where the coefficients were drawn towards 0 or the search did not converge.</param>
/// <param name="Wald">The same by the coefficients and their errors, robust where these are; null also where there are no more clusters than columns.</param>
/// <param name="Score">The same by the slope of the likelihood where no feature does anything.</param>
public sealed record CoxFit(int Rows, int Events, double NullLogLikelihood, double LogLikelihood, ChiSquaredTest? LikelihoodRatio, ChiSquaredTest? Wald, ChiSquaredTest? Score)
{
    internal const string LikelihoodRatioName = "likelihood ratio";
    internal const string WaldName = "Wald";
    internal const string ScoreName = "score";

    /// <summary>Gets Akaike's information criterion of the partial likelihood: of two models of the same data and kind of ties, the lower is the better one.</summary>
    /// <value>Null without <see cref="LikelihoodRatio"/>.</value>
    public double? PartialAic => LikelihoodRatio is null ? null : (2.0 * LikelihoodRatio.DegreesOfFreedom) - (2 * LogLikelihood);
}
