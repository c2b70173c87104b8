using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

public static partial class PurchaseModelExtensions
{
    /// <summary>How probable it is that a customer is active within a time to come: buys at least once.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pattern">When the customer bought again.</param>
    /// <param name="ahead">The time. At least 0, not for ever.</param>
    /// <returns>A probability: 1 less <see cref="IPurchaseModel.ProbabilityOf(RepeatPattern, int, Duration)"/> 0 purchases, and never above <see cref="IPurchaseModel.ProbabilityAlive"/> by more than rounding.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative, for ever or above 1,000,000 years.</exception>
    public static double ProbabilityActive([NotNull] this IPurchaseModel model, RepeatPattern pattern, Duration ahead)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Active(model, pattern, ahead);
    }

    /// <summary>How probable it is of each customer that the customer is active within a time to come: buys at least once.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patterns">When the customers bought again.</param>
    /// <param name="ahead">The time. At least 0, not for ever.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A probability for each, in their order.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative, for ever or above 1,000,000 years.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Equal patterns are asked about once, different ones on all cores.</remarks>
    public static double[] ProbabilitiesActive(
        [NotNull] this IPurchaseModel model, [NotNull] IReadOnlyList<RepeatPattern> patterns, Duration ahead, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        _ = ahead.CheckedDays(nameof(ahead));
        return EqualRows.Ask(Checked(patterns), pattern => Active(model, pattern, ahead), FixedChunks.Parallel(0, cancellationToken));
    }

    /// <summary>How probable it is of each customer that the customer buys so often within a time to come.</summary>
    /// <param name="model">The model.</param>
    /// <param name="purchases">How often. At least 0.</param>
    /// <param name="patterns">When the customers bought again.</param>
    /// <param name="ahead">The time. At least 0, not for ever.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A probability for each, in their order.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="purchases"/> is negative, or <paramref name="ahead"/> is negative, for ever or above 1,000,000 years.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Equal patterns are asked about once, different ones on all cores.</remarks>
    public static double[] ProbabilitiesOf(
        [NotNull] this IPurchaseModel model, int purchases, [NotNull] IReadOnlyList<RepeatPattern> patterns, Duration ahead, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        _ = ahead.CheckedDays(nameof(ahead));
        return EqualRows.Ask(Checked(patterns), pattern => model.ProbabilityOf(pattern, purchases, ahead), FixedChunks.Parallel(0, cancellationToken));
    }

    private static double Active(IPurchaseModel model, RepeatPattern pattern, Duration ahead) => Math.Max(0, 1 - model.ProbabilityOf(pattern, 0, ahead));
}
