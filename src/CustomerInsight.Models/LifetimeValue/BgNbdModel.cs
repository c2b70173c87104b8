using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The fitted BG/NBD model: how often customers buy, and when they stop for good.</summary>
/// <remarks>
/// A living customer buys at a rate that differs between customers (gamma with shape <see cref="R"/> and rate <see cref="Alpha"/>) and drops out after
/// a purchase with a probability that differs too (beta with <see cref="A"/> and <see cref="B"/>). All methods take days.
/// <para>Source: Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way: An Alternative to the Pareto/NBD Model",
/// Marketing Science 24(2), 2005, equations (6) to (10).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record BgNbdModel
{
    /// <summary>Makes a model from known parameters.</summary>
    /// <param name="r">The shape of the purchase rates. Above 0, finite.</param>
    /// <param name="alpha">The rate of the purchase rates, in <paramref name="unit"/>. Above 0, finite.</param>
    /// <param name="a">The first parameter of the drop-out probabilities. Above 0, finite.</param>
    /// <param name="b">The second. Above 0, finite.</param>
    /// <param name="unit">The time unit of <paramref name="alpha"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0 and finite, or the unit is not known.</exception>
    public BgNbdModel(double r, double alpha, double a, double b, TimeUnit unit)
    {
        R = ParameterCheck.Positive(r, nameof(r));
        Alpha = ParameterCheck.Positive(alpha, nameof(alpha));
        A = ParameterCheck.Positive(a, nameof(a));
        B = ParameterCheck.Positive(b, nameof(b));
        Unit = unit;
        _ = unit.Days();
    }

    /// <summary>Gets the shape of the purchase rates.</summary>
    public double R { get; }

    /// <summary>Gets the rate of the purchase rates, in <see cref="Unit"/>: the mean rate is <see cref="R"/> / <see cref="Alpha"/> purchases a unit.</summary>
    public double Alpha { get; }

    /// <summary>Gets the first parameter of the drop-out probabilities; their mean is <see cref="A"/> / (<see cref="A"/> + <see cref="B"/>).</summary>
    public double A { get; }

    /// <summary>Gets the second parameter of the drop-out probabilities.</summary>
    public double B { get; }

    /// <summary>Gets the time unit of <see cref="Alpha"/> and of <see cref="LogLikelihood"/>.</summary>
    public TimeUnit Unit { get; }

    private double AlphaDays => Alpha * Unit.Days();

    /// <summary>States the same model in another unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>A model that answers every question in days as this one does, up to rounding.</returns>
    public BgNbdModel In(TimeUnit unit) => unit == Unit ? this : new(R, AlphaDays / unit.Days(), A, B, unit);

    /// <summary>How likely such a customer is under the model.</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <returns>The log of the density, time in <see cref="Unit"/> (equation 6).</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <remarks>Time O(repeats).</remarks>
    public double LogLikelihood(RepeatPattern pattern)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        int x = pattern.Repeats;
        double tenure = pattern.TenureDays / Unit.Days();
        return Numeric.LogRising(R, x) + Numeric.LogRising(B, x) - Numeric.LogRising(A + B, x)
            - (R * Numeric.Log1P(tenure / Alpha)) - (x * Math.Log(Alpha + tenure))
            + (x == 0 ? 0 : Numeric.Softplus(LogOddsOfHavingLeft(pattern)));
    }

    /// <summary>How probable it is that a customer still buys.</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <returns>A probability; 1 for a customer without repeats, since in this model customers leave after a repeat purchase only.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <remarks>Time O(1). <para>Source: Fader, Hardie, Lee, "Computing P(alive) Using the BG/NBD Model" (2008).</para></remarks>
    public double ProbabilityAlive(RepeatPattern pattern)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        return pattern.Repeats == 0 ? 1 : Numeric.Logistic(LogOddsOfHavingLeft(pattern));
    }

    /// <summary>How many purchases to expect within a time, if the customer still buys.</summary>
    /// <param name="pattern">When the customer bought again; only repeats and tenure matter.</param>
    /// <param name="days">The days ahead. At least 0, finite.</param>
    /// <returns>Purchase days, at least 0.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative or not finite.</exception>
    /// <remarks>Microseconds; the longer the horizon beside alpha + tenure, the more, up to a bound.</remarks>
    public double ExpectedPurchasesIfAlive(RepeatPattern pattern, double days)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        ParameterCheck.NotNegative(days, nameof(days));
        return PurchasesIfAlive.Expect(R + pattern.Repeats, A, B + pattern.Repeats, days / (AlphaDays + pattern.TenureDays));
    }

    /// <summary>How many purchases to expect within a time (equation 10).</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <param name="days">The days ahead. At least 0, finite.</param>
    /// <returns>Purchase days, at least 0: <see cref="ProbabilityAlive"/> × <see cref="ExpectedPurchasesIfAlive"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative or not finite.</exception>
    public double ExpectedPurchases(RepeatPattern pattern, double days) => ProbabilityAlive(pattern) * ExpectedPurchasesIfAlive(pattern, days);

    /// <summary>How many repeat purchases to expect of a customer of whom nothing is known but the first purchase (equation 9).</summary>
    /// <param name="days">The days since the first purchase. At least 0, finite.</param>
    /// <returns>Purchase days, at least 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative or not finite.</exception>
    public double ExpectedPurchases(double days) => ExpectedPurchasesIfAlive(default, days);

    /// <summary>Writes the parameters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"BG/NBD r={R:G6} alpha={Alpha:G6} ({Unit}) a={A:G6} b={B:G6}");

    private double LogOddsOfHavingLeft(RepeatPattern pattern) =>
        Math.Log(A / (B + pattern.Repeats - 1))
        + ((R + pattern.Repeats) * Numeric.Log1P((pattern.TenureDays - pattern.ActiveDays) / (AlphaDays + pattern.ActiveDays)));
}
