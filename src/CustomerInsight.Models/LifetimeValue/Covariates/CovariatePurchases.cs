namespace CustomerInsight.Models;

/// <summary>When customers bought again, and what else is known of them since their first purchase: channel, campaign, size of the first order.</summary>
/// <remarks>A covariate must not change over time, and must be known before what it is to explain: the number of orders so far is none.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class CovariatePurchases
{
    /// <summary>Joins patterns and covariates.</summary>
    /// <param name="patterns">When the customers bought again.</param>
    /// <param name="covariates">What else is known of them: the same customers in the same order. Yes or no is 1 or 0; one of several kinds is a column for each kind but one.</param>
    /// <exception cref="ArgumentException">There are more or fewer patterns than rows.</exception>
    public CovariatePurchases(IReadOnlyList<RepeatPattern> patterns, FeatureMatrix covariates)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentNullException.ThrowIfNull(covariates);
        Patterns = patterns;
        Covariates = patterns.Count == covariates.Rows
            ? covariates
            : throw new ArgumentException(FormattableString.Invariant($"{covariates.Rows} rows of covariates are given for {patterns.Count} customers. Give a row for each customer, in the same order."), nameof(covariates));
    }

    /// <summary>Gets when the customers bought again.</summary>
    public IReadOnlyList<RepeatPattern> Patterns { get; }

    /// <summary>Gets what else is known of them, in the same order.</summary>
    public FeatureMatrix Covariates { get; }
}
