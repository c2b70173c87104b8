using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The chance to leave in each period among those who are still there, by features.</summary>
/// <remarks>After the last period of the fit, the chance goes on as its shape says: for <see cref="HazardShape.PerPeriod"/> as in the last periods.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record DiscreteHazardModel : ISurvivalModel
{
    internal const string Name = "Discrete-time hazard";

    // A chance that falls with the log of the period hardly changes any more from here on, and nothing is billed as often.
    private const int MostPeriods = 1_000_000;

    private readonly PeriodBaseline _baseline;
    private readonly double _intercept;

    /// <summary>Makes a model from a classifier of periods.</summary>
    /// <param name="classifier">The log-odds of the event in a period: its columns are the features, then those of the period: none for a constant shape, the log of the period's number, or one for each of <paramref name="starts"/> after the first.</param>
    /// <param name="shape">How the chance changes with the number of the period.</param>
    /// <param name="starts">The first period of each stretch with a chance of its own, rising from 1; 1 alone for the other shapes.</param>
    /// <param name="periodLength">How long a period is, in the unit of times. Above 0, finite.</param>
    /// <param name="lastPeriod">The last period anyone was watched in. At least 1.</param>
    /// <exception cref="ArgumentException">Shape, starts and the columns do not go together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is not above 0 and finite, or the last period is below 1.</exception>
    public DiscreteHazardModel(LogisticModel classifier, HazardShape shape, ValueList<int> starts, double periodLength, int lastPeriod)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lastPeriod);
        bool rises = starts.Count > 0 && starts[0] == 1 && (shape == HazardShape.PerPeriod || starts.Count == 1) && Enum.IsDefined(shape);
        for (int i = 1; i < starts.Count; i++)
        {
            rises &= starts[i] > starts[i - 1];
        }

        _baseline = new PeriodBaseline(shape, starts);
        int features = classifier.Columns.Count - _baseline.Columns.Count;
        if (!rises || features < 0 || !classifier.Columns.AsSpan()[features..].SequenceEqual(_baseline.Columns.AsSpan()))
        {
            throw new ArgumentException("The first periods do not rise from 1, or the last columns of the classifier are not those of the periods. Give what the estimator makes.", nameof(starts));
        }

        Classifier = classifier;
        Shape = shape;
        Starts = starts;
        PeriodLength = ParameterCheck.Positive(periodLength, nameof(periodLength));
        LastPeriod = lastPeriod;
        Columns = ValueList.Create(classifier.Columns.AsSpan()[..features]);
        _intercept = classifier.Intercept;
    }

    /// <summary>Gets the log-odds of the event in a period.</summary>
    public LogisticModel Classifier { get; }

    /// <summary>Gets how the chance changes with the number of the period.</summary>
    public HazardShape Shape { get; }

    /// <summary>Gets the first period of each stretch with a chance of its own.</summary>
    public ValueList<int> Starts { get; }

    /// <summary>Gets how long a period is, in the unit of times.</summary>
    public double PeriodLength { get; }

    /// <summary>Gets the last period anyone was watched in.</summary>
    public int LastPeriod { get; }

    /// <summary>Gets which end counted as the event, by the number of its cause; 0 for every cause.</summary>
    public int Cause { get; init; }

    /// <inheritdoc/>
    public ValueList<string> Columns { get; }

    /// <summary>Gives the chance to leave in a period, of one who is there at its beginning.</summary>
    /// <param name="features">The customer's features, finite, in the order of <see cref="Columns"/>.</param>
    /// <param name="period">The number of the period. At least 1.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public double Hazard(ReadOnlySpan<double> features, int period)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(period);
        return Numeric.Logistic(-(_intercept + Risk(features) + Effect(period)));
    }

    /// <inheritdoc/>
    /// <remarks>Falls at the end of each period. O(periods); for <see cref="HazardShape.LogPeriod"/> it falls no more after a million periods.</remarks>
    public double Survival(ReadOnlySpan<double> features, double time)
    {
        if (!(time >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "Expected a time of at least 0.");
        }

        double periods = Math.Floor(PersonPeriods.Whole(time / PeriodLength));
        double location = _intercept + Risk(features);

        // From the last start on, all periods of the other shapes are alike.
        int apart = Shape == HazardShape.LogPeriod ? MostPeriods : Starts[^1] - 1;
        double log = 0;
        for (int period = 1; period <= Math.Min(periods, apart); period++)
        {
            log -= Numeric.Softplus(location + Effect(period));
        }

        if (periods > apart && Shape != HazardShape.LogPeriod)
        {
            log -= (periods - apart) * Numeric.Softplus(location + Effect(Starts[^1]));
        }

        return Math.Exp(log);
    }

    /// <inheritdoc/>
    /// <returns>What the features add to the log-odds of leaving in any period.</returns>
    public double Risk(ReadOnlySpan<double> features)
    {
        if (features.Length != Columns.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {features.Length} features, but the model has {Columns.Count}: {string.Join(", ", Columns)}."), nameof(features));
        }

        double risk = 0;
        for (int i = 0; i < features.Length; i++)
        {
            if (!double.IsFinite(features[i]))
            {
                throw new ArgumentException($"The feature '{Columns[i]}' has no finite number. Fill in what is missing before.", nameof(features));
            }

            risk += Classifier.Coefficients[i].Value * features[i];
        }

        return double.IsFinite(risk) ? risk : FiniteSum.Of(0, features, i => Classifier.Coefficients[i].Value);
    }

    /// <summary>Gives the whole curve of a customer, up to the last period of the fit.</summary>
    /// <param name="features">The customer's features, finite, in the order of <see cref="Columns"/>.</param>
    /// <returns>The curve, which falls at the end of each period. <see cref="SurvivalCurve.After"/> gives that of one who has been there for some time.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns, or one is not finite.</exception>
    public SurvivalCurve Curve(ReadOnlySpan<double> features)
    {
        double location = _intercept + Risk(features);
        double[] times = new double[LastPeriod];
        double[] values = new double[LastPeriod];
        double log = 0;
        for (int period = 1; period <= LastPeriod; period++)
        {
            times[period - 1] = period * PeriodLength;
            log -= Numeric.Softplus(location + Effect(period));
            values[period - 1] = Math.Exp(log);
        }

        return new SurvivalCurve(SurvivalCurve.Steps(times), SurvivalCurve.Steps(values), LastPeriod * PeriodLength);
    }

    /// <summary>Compares all numbers.</summary>
    /// <param name="other">The other model.</param>
    /// <returns>True where they are the same model.</returns>
    public bool Equals(DiscreteHazardModel? other) => other is not null && Classifier == other.Classifier && Shape == other.Shape && Starts == other.Starts
        && PeriodLength.Equals(other.PeriodLength) && LastPeriod == other.LastPeriod && Cause == other.Cause;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Classifier, Shape, Starts, PeriodLength, LastPeriod, Cause);

    /// <summary>Says what the model is, not its numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Columns.Count} features, {LastPeriod} periods of {PeriodLength:G6}");

    private double Effect(int period) => Shape switch
    {
        HazardShape.LogPeriod => Classifier.Coefficients[^1].Value * Math.Log(period),
        HazardShape.PerPeriod when _baseline.PieceOf(period) is > 0 and int piece => Classifier.Coefficients[Columns.Count + piece - 1].Value,
        _ => 0,
    };
}
