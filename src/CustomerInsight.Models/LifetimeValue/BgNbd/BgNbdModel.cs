using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The fitted BG/NBD model, or MBG/NBD: how often customers buy, and when they stop for good.</summary>
/// <remarks>
/// A living customer buys at a rate that differs between customers (gamma with shape <see cref="R"/> and rate <see cref="Alpha"/>) and drops out after
/// a purchase with a probability that differs too (beta with <see cref="A"/> and <see cref="B"/>).
/// <para>Sources: Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way: An Alternative to the Pareto/NBD Model", Marketing Science 24(2), 2005,
/// equations (6) to (10); for drop-out after the first purchase too, Batislam, Denizel, Filiztekin, "Empirical validation and comparison of models for customer base
/// analysis", International Journal of Research in Marketing 24(3), 2007.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record BgNbdModel : IPurchaseModel
{
    /// <summary>Makes a model from known parameters.</summary>
    /// <param name="r">The shape of the purchase rates. Above 0, finite.</param>
    /// <param name="alpha">The rate of the purchase rates, in <paramref name="unit"/>. Above 0, finite.</param>
    /// <param name="a">The first parameter of the drop-out probabilities. Above 0, finite.</param>
    /// <param name="b">The second. Above 0, finite.</param>
    /// <param name="unit">The time unit of <paramref name="alpha"/>.</param>
    /// <param name="variant">When customers may stop for the first time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0 and finite, or unit or variant are not known.</exception>
    public BgNbdModel(double r, double alpha, double a, double b, TimeUnit unit, BgNbdVariant variant = BgNbdVariant.Standard)
    {
        R = ParameterCheck.Positive(r, nameof(r));
        Alpha = ParameterCheck.Positive(alpha, nameof(alpha));
        A = ParameterCheck.Positive(a, nameof(a));
        B = ParameterCheck.Positive(b, nameof(b));
        Unit = unit;
        _ = unit.Days();
        Variant = Enum.IsDefined(variant) ? variant : throw new ArgumentOutOfRangeException(nameof(variant), variant, "The variant is not known. Use Standard or Modified.");
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

    /// <summary>Gets when customers may stop for the first time.</summary>
    public BgNbdVariant Variant { get; }

    /// <summary>Gets the model's name in the literature: <c>BG/NBD</c> or <c>MBG/NBD</c>.</summary>
    public string Name => Variant == BgNbdVariant.Standard ? "BG/NBD" : "MBG/NBD";

    /// <summary>Gets r, alpha, a and b.</summary>
    public ValueList<ModelParameter> Parameters => [new("r", R), new("alpha", Alpha), new("a", A), new("b", B)];

    private double AlphaDays => Alpha * Unit.Days();

    /// <summary>States the same model in another unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>A model that answers every question as this one does, up to rounding.</returns>
    public BgNbdModel In(TimeUnit unit) => unit == Unit ? this : new(R, AlphaDays / unit.Days(), A, B, unit, Variant);

    /// <inheritdoc cref="IPurchaseModel.WithParameters"/>
    public BgNbdModel WithParameters(ReadOnlySpan<double> values) => values.Length == 4
        ? new(values[0], values[1], values[2], values[3], Unit, Variant)
        : throw new ArgumentException($"Expected 4 values, for r, alpha, a and b, but there are {values.Length}.", nameof(values));

    IPurchaseModel IPurchaseModel.WithParameters(ReadOnlySpan<double> values) => WithParameters(values);

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
        int chances = ChancesToLeave(pattern);
        return Numeric.LogRising(R, x) + Numeric.LogRising(B, chances) - Numeric.LogRising(A + B, chances)
            - (R * Numeric.Log1P(tenure / Alpha)) - (x * Math.Log(Alpha + tenure))
            + (chances == 0 ? 0 : Numeric.Softplus(LogOddsOfHavingLeft(pattern)));
    }

    /// <summary>How probable it is that a customer still buys.</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <returns>A probability; in the standard variant 1 for a customer without repeats, since there customers leave after a repeat purchase only.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <remarks>Time O(1). <para>Source: Fader, Hardie, Lee, "Computing P(alive) Using the BG/NBD Model" (2008).</para></remarks>
    public double ProbabilityAlive(RepeatPattern pattern)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        return ChancesToLeave(pattern) == 0 ? 1 : Numeric.Logistic(LogOddsOfHavingLeft(pattern));
    }

    /// <summary>Writes the parameters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} r={R:G6} alpha={Alpha:G6} ({Unit}) a={A:G6} b={B:G6}");

    private double LogOddsOfHavingLeft(RepeatPattern pattern) =>
        Math.Log(A / (B + ChancesToLeave(pattern) - 1))
        + ((R + pattern.Repeats) * Numeric.Log1P((pattern.TenureDays - pattern.ActiveDays) / (AlphaDays + pattern.ActiveDays)));

    /// <summary>After how many purchases the customer might have stopped.</summary>
    private int ChancesToLeave(RepeatPattern pattern) => pattern.Repeats + (Variant == BgNbdVariant.Modified ? 1 : 0);
}
