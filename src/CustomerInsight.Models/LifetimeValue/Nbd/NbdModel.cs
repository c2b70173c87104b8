using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The negative binomial model of purchases: customers buy at rates that differ, and nobody leaves.</summary>
/// <remarks>
/// The rates are gamma with shape <see cref="R"/> and rate <see cref="Alpha"/>. It is what every buy-till-you-die model is without the dying: the one to compare those with.
/// <para>Source: Ehrenberg, "The Pattern of Consumer Purchases", Applied Statistics 8(1), 1959; Morrison, Schmittlein, "Generalizing the NBD Model for Customer Purchases",
/// Journal of Business and Economic Statistics 6(2), 1988.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record NbdModel : IBulkPurchaseModel, IPurchaseDistribution
{
    internal const string ModelName = "NBD";

    /// <summary>Makes a model from known parameters.</summary>
    /// <param name="r">The shape of the purchase rates. Above 0, finite.</param>
    /// <param name="alpha">The rate of the purchase rates, in <paramref name="unit"/>. Above 0, finite.</param>
    /// <param name="unit">The time unit of <paramref name="alpha"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0 and finite, or the unit is not known.</exception>
    public NbdModel(double r, double alpha, TimeUnit unit)
    {
        R = ParameterCheck.Positive(r, nameof(r));
        Alpha = ParameterCheck.Positive(alpha, nameof(alpha));
        Unit = unit;
        _ = unit.Days();
    }

    /// <summary>Gets the shape of the purchase rates.</summary>
    public double R { get; }

    /// <summary>Gets the rate of the purchase rates, in <see cref="Unit"/>: the mean rate is <see cref="R"/> / <see cref="Alpha"/> purchases a unit.</summary>
    public double Alpha { get; }

    /// <inheritdoc/>
    public TimeUnit Unit { get; }

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public ValueList<ModelParameter> Parameters => [new("r", R), new("alpha", Alpha)];

    /// <summary>States the same model in another unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>A model that answers every question as this one does, up to rounding.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not known.</exception>
    public NbdModel In(TimeUnit unit) => unit == Unit ? this : new(R, Alpha * Unit.Days() / unit.Days(), unit);

    /// <inheritdoc cref="IPurchaseModel.WithParameters"/>
    public NbdModel WithParameters(ReadOnlySpan<double> values)
    {
        ParameterCheck.Count(values, Parameters.Count, nameof(values));
        return new(values[0], values[1], Unit);
    }

    IPurchaseModel IPurchaseModel.WithParameters(ReadOnlySpan<double> values) => WithParameters(values);

    /// <inheritdoc/>
    /// <remarks>Time O(repeats).</remarks>
    public double LogLikelihood(RepeatPattern pattern)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        double tenure = pattern.TenureDays / Unit.Days();
        return Numeric.LogRising(R, pattern.Repeats) - (R * Numeric.Log1P(tenure / Alpha)) - (pattern.Repeats * Math.Log(Alpha + tenure));
    }

    /// <inheritdoc/>
    /// <returns>1: in this model nobody leaves.</returns>
    public double ProbabilityAlive(RepeatPattern pattern)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        return 1;
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(Duration ahead) => ExpectedPurchases(default, ahead);

    /// <inheritdoc/>
    public double ExpectedPurchases(RepeatPattern pattern, Duration ahead)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        return Rate(pattern) * Time(ahead, nameof(ahead));
    }

    /// <inheritdoc/>
    public double DiscountedPurchasesIfAlive(RepeatPattern pattern, Duration ahead, DiscountRate rate)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        return Rate(pattern) * DiscountedTime(ahead, rate);
    }

    /// <inheritdoc/>
    /// <remarks>Time O(purchases).</remarks>
    public double ProbabilityOf(int purchases, Duration ahead) => ProbabilityOf(default, purchases, ahead);

    /// <inheritdoc/>
    /// <remarks>Time O(purchases).</remarks>
    public double ProbabilityOf(RepeatPattern pattern, int purchases, Duration ahead)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        pattern.ThrowIfInvalid(nameof(pattern));
        double time = Time(ahead, nameof(ahead));
        return time > 0
            ? Math.Min(1, Math.Exp(NbdCounts.LogProbability(R + pattern.Repeats, Alpha + (pattern.TenureDays / Unit.Days()), purchases, time)))
            : purchases == 0 ? 1 : 0;
    }

    /// <summary>Writes the parameters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"NBD r={R:G6} alpha={Alpha:G6} ({Unit})");

    void IBulkPurchaseModel.ProbabilitiesAlive(ReadOnlySpan<RepeatPattern> patterns, Span<double> results)
    {
        foreach (RepeatPattern pattern in patterns)
        {
            pattern.ThrowIfInvalid(nameof(patterns));
        }

        results[..patterns.Length].Fill(1);
    }

    void IBulkPurchaseModel.DiscountedPurchasesIfAlive(ReadOnlySpan<RepeatPattern> patterns, Duration ahead, DiscountRate rate, Span<double> results, ParallelOptions? parallel)
    {
        double time = DiscountedTime(ahead, rate);
        for (int i = 0; i < patterns.Length; i++)
        {
            patterns[i].ThrowIfInvalid(nameof(patterns));
            results[i] = Rate(patterns[i]) * time;
        }
    }

    int IPurchaseDistribution.MostPurchases => 100_000;

    bool IPurchaseDistribution.StartsOver => false;

    void IPurchaseDistribution.WriteProbabilities(RepeatPattern pattern, Duration ahead, int first, Span<double> probabilities)
    {
        double time = Time(ahead, nameof(ahead));
        double r = R + pattern.Repeats;
        double alpha = Alpha + (pattern.TenureDays / Unit.Days());
        double logChoices = NbdCounts.LogChoices(r, first);
        for (int n = first; n < probabilities.Length; n++)
        {
            probabilities[n] = time > 0 ? Math.Min(1, Math.Exp(NbdCounts.LogProbability(r, alpha, n, time, logChoices))) : n == 0 ? 1 : 0;
            logChoices += NbdCounts.LogGrowth(r, n);
        }
    }

    private double Rate(RepeatPattern pattern) => (R + pattern.Repeats) / (Alpha + (pattern.TenureDays / Unit.Days()));

    private double Time(Duration ahead, string name, bool allowForever = false) => ahead.CheckedDays(name, allowForever) / Unit.Days();

    private double DiscountedTime(Duration ahead, DiscountRate rate)
    {
        double time = Time(ahead, nameof(ahead), allowForever: true);
        double perUnit = rate.ContinuousPer(Unit);
        return perUnit > 0 ? -Numeric.ExpM1(-perUnit * time) / perUnit : time;
    }
}
