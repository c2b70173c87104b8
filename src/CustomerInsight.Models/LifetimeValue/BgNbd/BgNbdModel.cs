using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The fitted BG/NBD model or one of its relatives, MBG/NBD and (M)BG/CNBD-k: how often customers buy, and when they stop for good.</summary>
/// <remarks>
/// A living customer buys at a rate that differs between customers (gamma with shape <see cref="R"/> and rate <see cref="Alpha"/>) and drops out after
/// a purchase with a probability that differs too (beta with <see cref="A"/> and <see cref="B"/>). With a <see cref="Regularity"/> of k only every k-th event of that
/// rate is a purchase, so that times between purchases vary less.
/// <para>Sources: Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way: An Alternative to the Pareto/NBD Model", Marketing Science 24(2), 2005,
/// equations (6) to (10); for drop-out after the first purchase too, Batislam, Denizel, Filiztekin, "Empirical validation and comparison of models for customer base
/// analysis", International Journal of Research in Marketing 24(3), 2007; for regular purchases, Reutterer, Platzer, Schröder, "Leveraging purchase regularity for
/// predicting customer behavior the easy way", International Journal of Research in Marketing 38(1), 2021, whose likelihood is taken as it is, while
/// expectations are exact where the paper approximates.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record BgNbdModel : IBulkPurchaseModel, IPurchaseDistribution
{
    /// <summary>The largest <see cref="Regularity"/>.</summary>
    public const int MaximumRegularity = 20;

    /// <summary>Makes a model from known parameters.</summary>
    /// <param name="r">The shape of the purchase rates. Above 0, finite.</param>
    /// <param name="alpha">The rate of the purchase rates, in <paramref name="unit"/>. Above 0, finite.</param>
    /// <param name="a">The first parameter of the drop-out probabilities. Above 0, finite.</param>
    /// <param name="b">The second. Above 0, finite.</param>
    /// <param name="unit">The time unit of <paramref name="alpha"/>.</param>
    /// <param name="variant">When customers may stop for the first time.</param>
    /// <param name="regularity">How regularly a customer buys: 1 for random times, more the more regular. From 1 to <see cref="MaximumRegularity"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0 and finite, unit or variant are not known, or the regularity is out of its range.</exception>
    public BgNbdModel(double r, double alpha, double a, double b, TimeUnit unit, BgNbdVariant variant = BgNbdVariant.Standard, int regularity = 1)
    {
        R = ParameterCheck.Positive(r, nameof(r));
        Alpha = ParameterCheck.Positive(alpha, nameof(alpha));
        A = ParameterCheck.Positive(a, nameof(a));
        B = ParameterCheck.Positive(b, nameof(b));
        Unit = unit;
        _ = unit.Days();
        Variant = Enum.IsDefined(variant) ? variant : throw new ArgumentOutOfRangeException(nameof(variant), variant, "The variant is not known. Use Standard or Modified.");
        Regularity = regularity is >= 1 and <= MaximumRegularity
            ? regularity
            : throw new ArgumentOutOfRangeException(nameof(regularity), regularity, $"Expected a regularity from 1 to {MaximumRegularity}.");
    }

    /// <summary>Gets the shape of the purchase rates.</summary>
    public double R { get; }

    /// <summary>Gets the rate of the purchase rates, in <see cref="Unit"/>: the mean rate is <see cref="R"/> / <see cref="Alpha"/> / <see cref="Regularity"/> purchases a unit.</summary>
    public double Alpha { get; }

    /// <summary>Gets the first parameter of the drop-out probabilities; their mean is <see cref="A"/> / (<see cref="A"/> + <see cref="B"/>).</summary>
    public double A { get; }

    /// <summary>Gets the second parameter of the drop-out probabilities.</summary>
    public double B { get; }

    /// <summary>Gets the time unit of <see cref="Alpha"/> and of <see cref="LogLikelihood"/>.</summary>
    public TimeUnit Unit { get; }

    /// <summary>Gets when customers may stop for the first time.</summary>
    public BgNbdVariant Variant { get; }

    /// <summary>Gets how regularly a customer buys: the time between two purchases is that of so many events at the customer's rate (k of the literature).</summary>
    /// <value>1: purchases come at random times.</value>
    public int Regularity { get; }

    /// <summary>Gets the model's name in the literature: <c>BG/NBD</c>, <c>MBG/NBD</c>, or with k such as <c>MBG/CNBD-2</c>.</summary>
    public string Name => NameOf(Variant, Regularity);

    /// <summary>Gets r, alpha, a and b.</summary>
    public ValueList<ModelParameter> Parameters => [new("r", R), new("alpha", Alpha), new("a", A), new("b", B)];

    private double AlphaDays => Alpha * Unit.Days();

    /// <summary>States the same model in another unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>A model that answers every question as this one does, up to rounding.</returns>
    public BgNbdModel In(TimeUnit unit) => unit == Unit ? this : new(R, AlphaDays / unit.Days(), A, B, unit, Variant, Regularity);

    /// <inheritdoc cref="IPurchaseModel.WithParameters"/>
    public BgNbdModel WithParameters(ReadOnlySpan<double> values) => values.Length == 4
        ? new(values[0], values[1], values[2], values[3], Unit, Variant, Regularity)
        : throw new ArgumentException($"Expected 4 values, for r, alpha, a and b, but there are {values.Length}.", nameof(values));

    IPurchaseModel IPurchaseModel.WithParameters(ReadOnlySpan<double> values) => WithParameters(values);

    /// <summary>How likely such a customer is under the model.</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <returns>
    /// The log of the density of the purchases' times in <see cref="Unit"/> (equation 6). A pattern holds no times between the first and the last purchase: for a
    /// <see cref="Regularity"/> above 1 it is that of number and last time, on the scale of the density of all times, so that the regularities compare; a last time of 0 counts as a second.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <remarks>Time O(repeats · regularity).</remarks>
    public double LogLikelihood(RepeatPattern pattern)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        int stages = Regularity * pattern.Repeats;
        int chances = ChancesToLeave(pattern);
        LivingCustomer alive = Alive(pattern);
        double tenure = pattern.TenureDays / Unit.Days();
        return Numeric.LogRising(R, stages) + Numeric.LogRisingQuotient(B, A, chances)
            - (R * Numeric.Log1P(tenure / Alpha)) - (stages * Math.Log(Alpha + tenure)) + alive.LogOfStages
            + (chances == 0 ? 0 : Numeric.Softplus(LogOddsOfHavingLeft(pattern, alive)))
            + LogOfTimesBetween(pattern, Regularity, Unit);
    }

    /// <summary>How probable it is that a customer still buys.</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <returns>A probability; in the standard variant 1 for a customer without repeats, since there customers leave after a repeat purchase only.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <remarks>Time O(regularity). <para>Source: Fader, Hardie, Lee, "Computing P(alive) Using the BG/NBD Model" (2008).</para></remarks>
    public double ProbabilityAlive(RepeatPattern pattern)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        return ChancesToLeave(pattern) == 0 ? 1 : Numeric.Logistic(LogOddsOfHavingLeft(pattern, Alive(pattern)));
    }

    /// <summary>Writes the parameters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} r={R:G6} alpha={Alpha:G6} ({Unit}) a={A:G6} b={B:G6}");

    internal static string NameOf(BgNbdVariant variant, int regularity) => string.Create(
        CultureInfo.InvariantCulture, $"{(variant == BgNbdVariant.Standard ? "BG" : "MBG")}/{(regularity == 1 ? "NBD" : $"CNBD-{regularity}")}");

    /// <summary>The density of the last of x purchases, Erlang with kx stages at rate 1, over that with x stages, but for the powers of the rate.</summary>
    internal static double LogOfTimesBetween(RepeatPattern pattern, int regularity, TimeUnit unit)
    {
        const double Second = 1.0 / 86_400;
        int x = pattern.Repeats;
        return x == 0 || regularity == 1 ? 0
            : ((regularity - 1) * x * Math.Log(Math.Max(pattern.ActiveDays, Second) / unit.Days())) - Numeric.LogRising(x, (regularity - 1) * x);
    }

    private LivingCustomer Alive(RepeatPattern pattern) => new(
        R + (Regularity * pattern.Repeats), AlphaDays + pattern.TenureDays, A, B + ChancesToLeave(pattern), Regularity, pattern.TenureDays - pattern.ActiveDays);

    private double LogOddsOfHavingLeft(RepeatPattern pattern, in LivingCustomer alive) =>
        Math.Log(A / (B + ChancesToLeave(pattern) - 1)) + (alive.Shape * Numeric.Log1P(alive.SilentDays / (AlphaDays + pattern.ActiveDays))) - alive.LogOfStages;

    /// <summary>After how many purchases the customer might have stopped.</summary>
    private int ChancesToLeave(RepeatPattern pattern) => pattern.Repeats + (Variant == BgNbdVariant.Modified ? 1 : 0);
}
