using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Questions to a purchase model about many customers at once.</summary>
/// <remarks>What comes out for a customer depends on that customer's pattern alone, neither on the others nor on threads; of regular purchases (k above 1), on the others beyond the twelfth digit.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static partial class PurchaseModelExtensions
{
    /// <summary>How probable it is of each customer that the customer still buys.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patterns">When the customers bought again.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A probability for each, in their order.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static double[] ProbabilitiesAlive([NotNull] this IPurchaseModel model, [NotNull] IReadOnlyList<RepeatPattern> patterns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return PurchasePredictions.Alive(model, Checked(patterns), FixedChunks.Parallel(0, cancellationToken));
    }

    /// <summary>How many purchases to expect of each customer within a time to come.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patterns">When the customers bought again.</param>
    /// <param name="ahead">The time. At least 0, not for ever.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Purchases of each, in their order. At least 0.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative or for ever.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static double[] ExpectedPurchases(
        [NotNull] this IPurchaseModel model, [NotNull] IReadOnlyList<RepeatPattern> patterns, Duration ahead, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        _ = ahead.CheckedDays(nameof(ahead));
        return PurchasePredictions.Discounted(model, Checked(patterns), ahead, DiscountRate.None, FixedChunks.Parallel(0, cancellationToken));
    }

    /// <summary>How many purchases to expect of each customer, each counted by what money is worth at its time.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patterns">When the customers bought again.</param>
    /// <param name="ahead">The time to come, at least 0; <see cref="Duration.Forever"/> for the discounted expected residual transactions of the literature.</param>
    /// <param name="rate">How much less later purchases count; <see cref="DiscountRate.None"/> to count them alike.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Discounted purchases of each, in their order: the probability of being alive times those to expect if so. At least 0; infinite where that has no end.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static double[] DiscountedPurchases(
        [NotNull] this IPurchaseModel model, [NotNull] IReadOnlyList<RepeatPattern> patterns, Duration ahead, DiscountRate rate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        _ = ahead.CheckedDays(nameof(ahead), allowForever: true);
        return PurchasePredictions.Discounted(model, Checked(patterns), ahead, rate, FixedChunks.Parallel(0, cancellationToken));
    }

    private static RepeatPattern[] Checked(IReadOnlyList<RepeatPattern> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        RepeatPattern[] all = ReadOnlyArray<RepeatPattern>.Of(patterns);
        int wrong = Array.FindIndex(all, static pattern => !pattern.IsValid);
        return wrong < 0 ? all : throw new ArgumentException(
            FormattableString.Invariant($"Pattern {wrong + 1} of {all.Length} cannot be. Expected at least 0 repeats, and 0 <= ActiveDays <= TenureDays, with ActiveDays = 0 where there is no repeat."), nameof(patterns));
    }
}
