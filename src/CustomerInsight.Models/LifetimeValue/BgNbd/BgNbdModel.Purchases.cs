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
        return ProbabilityAlive(pattern) * PurchasesWithin(pattern, days);
    }

    /// <inheritdoc/>
    /// <remarks>Up to a millisecond with a discount.</remarks>
    public double DiscountedPurchasesIfAlive(RepeatPattern pattern, Duration ahead, DiscountRate rate)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        double days = ahead.CheckedDays(nameof(ahead), allowForever: true);
        double b = B + ChancesToLeave(pattern);
        double delta = rate.ContinuousPer(TimeUnit.Day);
        if (delta > 0)
        {
            return DiscountedPurchases.Expect(R + pattern.Repeats, A, b, AlphaDays + pattern.TenureDays, days, delta);
        }

        // One who is alive makes 1/p purchases more, the last of which is when the customer stops.
        return !ahead.IsForever ? PurchasesWithin(pattern, days) : A > 1 ? (A + b - 1) / (A - 1) : double.PositiveInfinity;
    }

    /// <inheritdoc/>
    /// <remarks>Time O(purchases). <para>Source: equation (8).</para></remarks>
    public double ProbabilityOf(int purchases, Duration ahead) => ProbabilityOf(default, purchases, ahead);

    /// <inheritdoc/>
    /// <remarks>Time O(purchases).</remarks>
    public double ProbabilityOf(RepeatPattern pattern, int purchases, Duration ahead)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        double days = ahead.CheckedDays(nameof(ahead));
        double alive = ProbabilityAlive(pattern);
        var bought = new NegativeBinomial(R + pattern.Repeats, days / (AlphaDays + pattern.TenureDays));
        double b = B + ChancesToLeave(pattern);
        if (purchases == 0)
        {
            return 1 - alive + (alive * bought.Within(0, 1));
        }

        // Still alive after so many; or gone with the last of them, when more would have come.
        double logStayed = Numeric.LogRising(b, purchases - 1) - Numeric.LogRising(A + b, purchases - 1);
        double stays = (b + purchases - 1) / (A + b + purchases - 1);
        return alive * Math.Exp(logStayed) * ((stays * bought.Within(purchases, 1)) + ((1 - stays) * bought.AtLeast(purchases)));
    }

    private double PurchasesWithin(RepeatPattern pattern, double days) =>
        PurchasesIfAlive.Expect(R + pattern.Repeats, A, B + ChancesToLeave(pattern), days / (AlphaDays + pattern.TenureDays));
}
