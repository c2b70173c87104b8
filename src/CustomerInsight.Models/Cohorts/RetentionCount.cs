using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How many of some customers came back in a period, and what they spent.</summary>
/// <param name="Customers">How many customers.</param>
/// <param name="Retained">How many of them came back.</param>
/// <param name="Revenue">What they spent in the period, whether their purchases count as coming back or not; with no end to the period: in its first.</param>
/// <param name="CumulativeRevenue">What they spent from their start to the end of the period, with no end to it: of its first; periods between columns included.</param>
public readonly record struct RetentionCount(int Customers, int Retained, decimal Revenue, decimal CumulativeRevenue)
{
    /// <summary>Gets the share that came back, in [0, 1]; null without customers.</summary>
    public double? Rate => Customers == 0 ? null : (double)Retained / Customers;

    /// <summary>Gets the revenue of the period for each customer; null without customers.</summary>
    public decimal? RevenuePerCustomer => Customers == 0 ? null : Revenue / Customers;

    /// <summary>Gets the revenue from the start to the end of the period for each customer; null without customers.</summary>
    public decimal? CumulativeRevenuePerCustomer => Customers == 0 ? null : CumulativeRevenue / Customers;

    /// <summary>Gets between which shares the true one lies, as if the customers were a sample of many alike.</summary>
    /// <param name="confidence">How often such intervals are to hold the true share. Above 0 and below 1.</param>
    /// <returns>The interval; null without customers.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is outside its range.</exception>
    /// <remarks>Source: Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22(158), 1927.</remarks>
    public RateInterval? Interval(double confidence = 0.95) => Customers == 0 ? null : RateInterval.Of(Retained, Customers, confidence);

    /// <summary>Adds two counts of different customers.</summary>
    /// <param name="left">One count.</param>
    /// <param name="right">The other.</param>
    /// <returns>The count of both together.</returns>
    public static RetentionCount operator +(RetentionCount left, RetentionCount right) => new(
        left.Customers + right.Customers, left.Retained + right.Retained, left.Revenue + right.Revenue, left.CumulativeRevenue + right.CumulativeRevenue);

    /// <summary>Adds two counts of different customers; the named form of the operator.</summary>
    /// <param name="left">One count.</param>
    /// <param name="right">The other.</param>
    /// <returns>The count of both together.</returns>
    public static RetentionCount Add(RetentionCount left, RetentionCount right) => left + right;

    /// <summary>Writes the numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Retained:#,0} of {Customers:#,0} customers, revenue {Revenue:#,0.00}, {CumulativeRevenue:#,0.00} up to then");
}
