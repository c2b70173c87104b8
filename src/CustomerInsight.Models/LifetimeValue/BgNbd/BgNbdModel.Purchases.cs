namespace CustomerInsight.Models;

public sealed partial record BgNbdModel
{
    /// <summary>How many repeat purchases to expect of a customer of whom nothing is known but the first purchase (equation 9).</summary>
    /// <inheritdoc cref="IPurchaseModel.ExpectedPurchases(Duration)"/>
    public double ExpectedPurchases(Duration ahead) => ExpectedPurchases(default, ahead);

    /// <summary>How many purchases to expect of a customer within a time to come (equation 10).</summary>
    /// <inheritdoc cref="IPurchaseModel.ExpectedPurchases(RepeatPattern, Duration)"/>
    /// <remarks>Microseconds; the longer the horizon beside alpha + tenure, the more, up to a bound.</remarks>
    public double ExpectedPurchases(RepeatPattern pattern, Duration ahead)
    {
        double days = ahead.CheckedDays(nameof(ahead));
        return ProbabilityAlive(pattern) * PurchasesIfAlive.Expect(Alive(pattern), days);
    }

    /// <inheritdoc/>
    /// <remarks>Up to a millisecond with a discount.</remarks>
    public double DiscountedPurchasesIfAlive(RepeatPattern pattern, Duration ahead, DiscountRate rate)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        double days = ahead.CheckedDays(nameof(ahead), allowForever: true);
        return PurchasesOf(Alive(pattern), days, rate.ContinuousPer(TimeUnit.Day));
    }

    /// <inheritdoc/>
    /// <remarks>Time O(purchases · regularity²). <para>Source: equation (8).</para></remarks>
    public double ProbabilityOf(int purchases, Duration ahead) => ProbabilityOf(default, purchases, ahead);

    /// <inheritdoc/>
    /// <remarks>Time O(purchases · regularity²).</remarks>
    public double ProbabilityOf(RepeatPattern pattern, int purchases, Duration ahead)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        double days = ahead.CheckedDays(nameof(ahead));
        double probability = ProbabilityAlive(pattern);
        return Math.Min(1, (purchases == 0 ? 1 - probability : 0) + (probability * PurchaseProbability.Of(Alive(pattern), purchases, days)));
    }

    int IPurchaseDistribution.MostPurchases => 100_000;

    bool IPurchaseDistribution.StartsOver => true;

    void IPurchaseDistribution.WriteProbabilities(RepeatPattern pattern, Duration ahead, int first, Span<double> probabilities)
    {
        PurchaseProbability.Fill(Alive(pattern), ahead.CheckedDays(nameof(ahead)), probabilities);
        double alive = ProbabilityAlive(pattern);
        for (int n = first; n < probabilities.Length; n++)
        {
            probabilities[n] = Math.Min(1, (n == 0 ? 1 - alive : 0) + (alive * probabilities[n]));
        }
    }

    private double PurchasesOf(in LivingCustomer alive, double days, double delta) =>
        delta > 0 ? DiscountedPurchases.Expect(alive, days, delta)
        : double.IsFinite(days) ? PurchasesIfAlive.Expect(alive, days)

        // One who is alive makes 1/p purchases more, the last of which is when the customer stops.
        : A > 1 ? (A + alive.B - 1) / (A - 1) : double.PositiveInfinity;
}
