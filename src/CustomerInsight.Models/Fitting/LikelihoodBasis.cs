namespace CustomerInsight.Models;

/// <summary>What a log-likelihood is the log-likelihood of: fits compare only where this is the same.</summary>
/// <param name="Data">The kind of data: <c>purchases</c> (when customers bought), <c>spend</c>, <c>opportunities</c>, <c>contracts</c>, or a host's own.</param>
/// <param name="Unit">The unit of the times that the likelihood is a density of, which shifts it by events × the log of the ratio of units; null where it is of counts, or of amounts.</param>
public sealed record LikelihoodBasis(string Data, TimeUnit? Unit = null)
{
    internal static LikelihoodBasis Spend { get; } = new("spend");

    internal static LikelihoodBasis Opportunities { get; } = new("opportunities");

    internal static LikelihoodBasis Contracts { get; } = new("contracts");

    /// <summary>Writes the basis.</summary>
    /// <returns>Such as <c>purchases (Week)</c>.</returns>
    public override string ToString() => Unit is { } unit ? $"{Data} ({unit})" : Data;

    internal static LikelihoodBasis Purchases(TimeUnit unit) => new("purchases", unit);
}
