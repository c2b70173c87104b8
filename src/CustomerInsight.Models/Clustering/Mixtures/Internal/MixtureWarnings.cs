namespace CustomerInsight.Models;

/// <summary>What a person should know of a fitted mixture, with the codes in one place.</summary>
internal static class MixtureWarnings
{
    public const string Empty = "empty-groups";
    public const string Collapsed = "collapsed-groups";
    public const string Singular = "singular-covariance";

    public static FitWarning NoStart { get; } = new("start-without-rows", $"The start counts no customer to any group. Give another {nameof(GaussianMixtureOptions.Start)}, or none.");

    public static IEnumerable<FitWarning> Of(MixtureFound found)
    {
        int empty = found.Parameters.Weights.Count(static weight => weight <= 0);
        if (!double.IsFinite(found.LogLikelihood))
        {
            yield return new FitWarning("out-of-range", "The squares of the features are too large to be summed up. Scale the features.");
            yield break;
        }

        if (!found.Converged)
        {
            yield return new FitWarning("iteration-limit", FormattableString.Invariant($"The search was stopped after {found.Iterations} steps. Raise {nameof(GaussianMixtureOptions.MaximumIterations)} or {nameof(GaussianMixtureOptions.Tolerance)}."));
        }

        if (empty > 0)
        {
            yield return new FitWarning(Empty, FormattableString.Invariant($"{empty} groups lost all their customers and were left out. Ask for fewer groups."));
        }

        if (found.Collapsed > empty)
        {
            yield return new FitWarning(Collapsed, FormattableString.Invariant($"{found.Collapsed - empty} groups stand on too few customers to have a shape of their own, so the likelihood says little. Ask for fewer groups, a simpler kind of covariance or more {nameof(GaussianMixtureOptions.Starts)}."));
        }

        if (found.Parameters.Ridged > 0)
        {
            yield return new FitWarning(Singular, FormattableString.Invariant($"In {found.Parameters.Ridged} groups a feature follows from the others, so their variances were raised beyond {nameof(GaussianMixtureOptions.Regularization)}. Leave out such features, or use a simpler kind of covariance."));
        }
    }
}
