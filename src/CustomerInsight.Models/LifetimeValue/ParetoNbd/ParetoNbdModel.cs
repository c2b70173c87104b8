using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The Pareto/NBD model: how often customers buy, and when, unseen, they stop for good.</summary>
/// <remarks>
/// A living customer buys at a rate that differs between customers (gamma with shape <see cref="R"/> and rate <see cref="Alpha"/>) and lives for a time whose rate of ending
/// differs too (gamma with <see cref="S"/> and <see cref="Beta"/>). No parameter, and no pattern, is a special case.
/// <para>Source: Schmittlein, Morrison, Colombo, "Counting Your Customers: Who Are They and What Will They Do Next?", Management Science 33(1), 1987; Fader, Hardie,
/// "A Note on Deriving the Pareto/NBD Model and Related Expressions" (2005).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record ParetoNbdModel : IBulkPurchaseModel, IPurchaseDistribution
{
    internal const string ModelName = "Pareto/NBD";

    /// <summary>Makes a model from known parameters.</summary>
    /// <param name="r">The shape of the purchase rates. Above 0, finite.</param>
    /// <param name="alpha">The rate of the purchase rates, in <paramref name="unit"/>. Above 0, finite.</param>
    /// <param name="s">The shape of the rates of leaving. Above 0, finite.</param>
    /// <param name="beta">The rate of the rates of leaving, in <paramref name="unit"/>. Above 0, finite.</param>
    /// <param name="unit">The time unit of <paramref name="alpha"/> and <paramref name="beta"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0 and finite, or the unit is not known.</exception>
    public ParetoNbdModel(double r, double alpha, double s, double beta, TimeUnit unit)
    {
        R = ParameterCheck.Positive(r, nameof(r));
        Alpha = ParameterCheck.Positive(alpha, nameof(alpha));
        S = ParameterCheck.Positive(s, nameof(s));
        Beta = ParameterCheck.Positive(beta, nameof(beta));
        Unit = unit;
        _ = unit.Days();
    }

    /// <summary>Gets the shape of the purchase rates.</summary>
    public double R { get; }

    /// <summary>Gets the rate of the purchase rates, in <see cref="Unit"/>: the mean rate is <see cref="R"/> / <see cref="Alpha"/> purchases a unit.</summary>
    public double Alpha { get; }

    /// <summary>Gets the shape of the rates of leaving.</summary>
    public double S { get; }

    /// <summary>Gets the rate of the rates of leaving, in <see cref="Unit"/>: half of all customers live no longer than <see cref="Beta"/> × (2^(1 / <see cref="S"/>) − 1).</summary>
    public double Beta { get; }

    /// <inheritdoc/>
    public TimeUnit Unit { get; }

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public ValueList<ModelParameter> Parameters => [new("r", R), new("alpha", Alpha), new("s", S), new("beta", Beta)];

    private ParetoNbdState State => new(R, Alpha, S, Beta);

    /// <summary>States the same model in another unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>A model that answers every question as this one does, up to rounding.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not known.</exception>
    public ParetoNbdModel In(TimeUnit unit) => unit == Unit ? this : new(R, Alpha * Unit.Days() / unit.Days(), S, Beta * Unit.Days() / unit.Days(), unit);

    /// <inheritdoc cref="IPurchaseModel.WithParameters"/>
    public ParetoNbdModel WithParameters(ReadOnlySpan<double> values)
    {
        ParameterCheck.Count(values, Parameters.Count, nameof(values));
        return new(values[0], values[1], values[2], values[3], Unit);
    }

    IPurchaseModel IPurchaseModel.WithParameters(ReadOnlySpan<double> values) => WithParameters(values);

    /// <inheritdoc/>
    /// <remarks>Time O(repeats).</remarks>
    public double LogLikelihood(RepeatPattern pattern)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        int x = pattern.Repeats;
        double tenure = pattern.TenureDays / Unit.Days();
        return Numeric.LogRising(R, x) - (R * Numeric.Log1P(tenure / Alpha)) - (x * Math.Log(Alpha + tenure)) - (S * Numeric.Log1P(tenure / Beta))
            + Numeric.Softplus(LogOddsOfHavingLeft(pattern));
    }

    /// <inheritdoc/>
    /// <remarks>A customer may have left unseen at any time since the last purchase, so also one without repeats. Time O(1).</remarks>
    public double ProbabilityAlive(RepeatPattern pattern)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        return Numeric.Logistic(LogOddsOfHavingLeft(pattern));
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(Duration ahead) => State.DiscountedPurchases(Time(ahead, nameof(ahead)), 0);

    /// <inheritdoc/>
    public double ExpectedPurchases(RepeatPattern pattern, Duration ahead)
    {
        double time = Time(ahead, nameof(ahead));
        return ProbabilityAlive(pattern) * IfAlive(pattern).DiscountedPurchases(time, 0);
    }

    /// <inheritdoc/>
    /// <remarks>For ever and without discount finite only where <see cref="S"/> is above 1.</remarks>
    public double DiscountedPurchasesIfAlive(RepeatPattern pattern, Duration ahead, DiscountRate rate)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        return IfAlive(pattern).DiscountedPurchases(Time(ahead, nameof(ahead), allowForever: true), rate.ContinuousPer(Unit));
    }

    /// <inheritdoc/>
    /// <remarks>Microseconds, and O(purchases).</remarks>
    public double ProbabilityOf(int purchases, Duration ahead)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        return State.ProbabilityOf(purchases, Time(ahead, nameof(ahead)));
    }

    /// <inheritdoc/>
    /// <remarks>Microseconds, and O(purchases). <para>Source: Fader, Hardie, Jerath, "Deriving the Conditional PMF of the Pareto/NBD Model" (2014).</para></remarks>
    public double ProbabilityOf(RepeatPattern pattern, int purchases, Duration ahead)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        pattern.ThrowIfInvalid(nameof(pattern));
        double time = Time(ahead, nameof(ahead));
        double logOdds = LogOddsOfHavingLeft(pattern);
        double ifAlive = IfAlive(pattern).ProbabilityOf(purchases, time);

        // The two may add up to a rounding more than 1.
        return Math.Min(1, (Numeric.Logistic(logOdds) * ifAlive) + (purchases == 0 ? Numeric.Logistic(-logOdds) : 0));
    }

    int IPurchaseDistribution.MostPurchases => 10_000;

    bool IPurchaseDistribution.StartsOver => false;

    void IPurchaseDistribution.WriteProbabilities(RepeatPattern pattern, Duration ahead, int first, Span<double> probabilities)
    {
        double time = Time(ahead, nameof(ahead));
        double logOdds = LogOddsOfHavingLeft(pattern);
        ParetoNbdState alive = IfAlive(pattern);
        double logChoices = NbdCounts.LogChoices(alive.R, first);
        for (int n = first; n < probabilities.Length; n++)
        {
            probabilities[n] = Math.Min(1, (Numeric.Logistic(logOdds) * alive.ProbabilityOf(n, time, logChoices)) + (n == 0 ? Numeric.Logistic(-logOdds) : 0));
            logChoices += NbdCounts.LogGrowth(alive.R, n);
        }
    }

    /// <summary>Writes the parameters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Pareto/NBD r={R:G6} alpha={Alpha:G6} s={S:G6} beta={Beta:G6} ({Unit})");

    private double Time(Duration ahead, string name, bool allowForever = false) => ahead.CheckedDays(name, allowForever) / Unit.Days();

    private ParetoNbdState IfAlive(RepeatPattern pattern) => State.After(pattern.Repeats, pattern.TenureDays / Unit.Days());

    private double LogOddsOfHavingLeft(RepeatPattern pattern) =>
        State.LogOddsOfHavingLeft(pattern.Repeats, pattern.ActiveDays / Unit.Days(), pattern.TenureDays / Unit.Days());
}
