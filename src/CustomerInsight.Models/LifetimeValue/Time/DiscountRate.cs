using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How much less later money is worth, whatever the unit in which it was said.</summary>
/// <remarks>Rates are kept as a continuous rate: money after a time t is worth e^(−rate · t) of what it is worth now.</remarks>
public readonly record struct DiscountRate
{
    // Nothing is left after seconds; beyond it a rate times a time may overflow.
    private const double LargestPerYear = 1e6;

    private DiscountRate(double continuousPerYear) => ContinuousPerYear = continuousPerYear;

    /// <summary>Gets the rate at which nothing is discounted.</summary>
    public static DiscountRate None { get; }

    /// <summary>Gets the continuous rate a year. From 0 to 1,000,000.</summary>
    public double ContinuousPerYear { get; }

    /// <summary>Gets how much less money is worth after a year: 0.1 where 1.10 in a year is worth 1.00 today; infinite where that is too large for a double.</summary>
    public double PerYear => Numeric.ExpM1(ContinuousPerYear);

    /// <summary>Takes a rate a year.</summary>
    /// <param name="rate">The rate: 0.10 means that 1.10 in a year is worth 1.00 today. At least 0, finite.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative or not finite.</exception>
    public static DiscountRate Annual(double rate) => Per(TimeUnit.Year, rate);

    /// <summary>Takes a rate for each period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="rate">The rate: 0.01 means that 1.01 after a period is worth 1.00 today. At least 0, finite.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative or not finite, or the unit is not known.</exception>
    public static DiscountRate Per(TimeUnit period, double rate) => Continuous(period, Numeric.Log1P(ParameterCheck.NotNegative(rate, nameof(rate))));

    /// <summary>Takes a continuous rate, as the literature states it.</summary>
    /// <param name="period">The unit of time.</param>
    /// <param name="rate">The rate δ in e^(−δt), t in that unit. At least 0, and at most 1,000,000 a year.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative, not a number or above 1,000,000 a year, or the unit is not known.</exception>
    public static DiscountRate Continuous(TimeUnit period, double rate)
    {
        double perYear = rate * (TimeUnit.Year.Days() / period.Days());
        return perYear is >= 0 and <= LargestPerYear
            ? new DiscountRate(perYear)
            : throw new ArgumentOutOfRangeException(nameof(rate), rate, FormattableString.Invariant($"Expected a rate of at least 0 and at most {LargestPerYear:#,0} a year."));
    }

    /// <summary>Gives the continuous rate in a unit of time.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The rate δ in e^(−δt), t in that unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not known.</exception>
    public double ContinuousPer(TimeUnit unit) => ContinuousPerYear * unit.Days() / TimeUnit.Year.Days();

    /// <summary>Gives what money at a later time is worth now.</summary>
    /// <param name="ahead">How much later. At least 0; for ever, nothing is left of what is discounted.</param>
    /// <returns>The share that is left, from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative, not a number or above 1,000,000 years without being for ever, or its unit is not known.</exception>
    public double FactorAt(Duration ahead)
    {
        double days = ahead.CheckedDays(nameof(ahead), allowForever: true);
        return ContinuousPerYear == 0 ? 1 : Math.Exp(-ContinuousPerYear * (days / TimeUnits.DaysPerYear));
    }

    /// <summary>Writes the rate a year.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerYear * 100:G6} % a year");
}
