using System.Globalization;
using MathNet.Numerics.Distributions;

namespace CustomerInsight.Models;

/// <summary>How long customers stay, as a distribution of time that each feature stretches by a factor: ln T = intercept + features × coefficients + scale × W.</summary>
/// <remarks>Source: Kalbfleisch, Prentice, "The Statistical Analysis of Failure Time Data" (2002), sections 2.2 and 2.3.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record AftModel : ISurvivalModel
{
    internal const string InterceptName = "intercept";
    internal const string LogScaleName = "log-scale";

    private readonly ParameterCovariance? _covariance;

    /// <summary>Makes a model from known parameters.</summary>
    /// <param name="distribution">How times scatter.</param>
    /// <param name="intercept">The log of the time where all features are 0, up to the mean of W. Finite.</param>
    /// <param name="coefficients">The features in their order with their coefficients: finite, no two of the same name; none for a distribution that is the same for everyone.</param>
    /// <param name="scale">How much the logs scatter. Above 0, finite; 1 for the exponential distribution.</param>
    /// <exception cref="ArgumentException">A coefficient is not as said, or the scale is not 1 for an exponential distribution.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The distribution is none of those there are, the intercept is not finite, or the scale is not above 0 and finite.</exception>
    public AftModel(AftDistribution distribution, double intercept, ValueList<AftCoefficient> coefficients, double scale)
    {
        if (!Enum.IsDefined(distribution) || !double.IsFinite(intercept))
        {
            throw new ArgumentOutOfRangeException(nameof(distribution), distribution, "Expected one of the distributions, and a finite intercept.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (AftCoefficient coefficient in coefficients)
        {
            ArgumentNullException.ThrowIfNull(coefficient, nameof(coefficients));
            if (string.IsNullOrWhiteSpace(coefficient.Feature) || !names.Add(coefficient.Feature) || !double.IsFinite(coefficient.Value) || coefficient.StandardError is < 0 or double.NaN or double.PositiveInfinity)
            {
                throw new ArgumentException($"The coefficient of '{coefficient.Feature}' is not finite, or two features have that name, or one has none. Give each feature a name of its own and finite numbers.", nameof(coefficients));
            }
        }

        Distribution = distribution;
        Intercept = intercept;
        Coefficients = coefficients;
        Scale = ParameterCheck.Positive(scale, nameof(scale));
        Columns = ValueList.From(coefficients.Select(static coefficient => coefficient.Feature));
        if (distribution == AftDistribution.Exponential && scale != 1)
        {
            throw new ArgumentException(FormattableString.Invariant($"The scale of an exponential distribution is 1, not {scale}. Give 1, or take {nameof(AftDistribution.Weibull)}."), nameof(scale));
        }
    }

    /// <summary>Gets how times scatter.</summary>
    public AftDistribution Distribution { get; }

    /// <summary>Gets the log of the time where all features are 0, up to the mean of W.</summary>
    public double Intercept { get; }

    /// <summary>Gets the features with their coefficients.</summary>
    public ValueList<AftCoefficient> Coefficients { get; }

    /// <summary>Gets how much the logs of the times scatter.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public ValueList<string> Columns { get; }

    /// <summary>Gets which end counted as the event, by the number of its cause; 0 for every cause.</summary>
    public int Cause { get; init; }

    /// <summary>Gets the covariance of the intercept, the coefficients that were not left out, and the log of the scale, unless that is fixed; null without standard errors.</summary>
    /// <exception cref="ArgumentException">It is set to one of other parameters, or of these in another order.</exception>
    public ParameterCovariance? Covariance
    {
        get => _covariance;
        init => _covariance = value is null || IsOfParameters(value.Names)
            ? value
            : throw new ArgumentException($"The covariance is of {string.Join(", ", value.Names)}, which are not the parameters of the model. Give that of its own fit.", nameof(value));
    }

    /// <inheritdoc/>
    /// <remarks>Time O(features).</remarks>
    public double Survival(ReadOnlySpan<double> features, double time) => Math.Exp(LogSurvival(features, time));

    /// <inheritdoc/>
    /// <returns>The log of the time, turned round: −(intercept + features × coefficients).</returns>
    public double Risk(ReadOnlySpan<double> features) => -Location(features);

    /// <summary>Gives the chance to be there for longer, of a customer who has been there for some time.</summary>
    /// <param name="features">The customer's features, finite, in the order of the columns.</param>
    /// <param name="survived">How long the customer has been there. At least 0.</param>
    /// <param name="longer">For how much longer. At least 0.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not finite.</exception>
    public double SurvivalAfter(ReadOnlySpan<double> features, double survived, double longer)
    {
        ParameterCheck.NotNegative(survived, nameof(survived));
        ParameterCheck.NotNegative(longer, nameof(longer));
        return Math.Exp(Math.Min(0, LogSurvival(features, survived + longer) - LogSurvival(features, survived)));
    }

    /// <summary>Gives the risk at a time: events a unit of time for each that is still there.</summary>
    /// <param name="features">The customer's features, finite, in the order of the columns.</param>
    /// <param name="time">The time. Above 0, finite.</param>
    /// <returns>At least 0.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is not above 0 and finite.</exception>
    public double Hazard(ReadOnlySpan<double> features, double time)
    {
        double w = (Math.Log(ParameterCheck.Positive(time, nameof(time))) - Location(features)) / Scale;
        return Math.Exp(AftScatter.Density(Distribution, w).Value - AftScatter.Survival(Distribution, w).Value) / (Scale * time);
    }

    /// <summary>Gives the time by which a share of such customers is gone.</summary>
    /// <param name="features">The customer's features, finite, in the order of the columns.</param>
    /// <param name="share">The share, above 0, below 1: 0.5 for the median.</param>
    /// <returns>The time, above 0.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not between 0 and 1.</exception>
    public double Quantile(ReadOnlySpan<double> features, double share) =>
        Math.Exp(Location(features) + (Scale * AftScatter.Quantile(Distribution, ParameterCheck.Probability(share, nameof(share)))));

    /// <summary>Gives the interval of that time, by the errors of the parameters (delta method, symmetric on the log scale).</summary>
    /// <param name="features">The customer's features, finite, in the order of the columns.</param>
    /// <param name="share">The share, above 0, below 1.</param>
    /// <param name="level">How sure the interval is to be. Above 0, below 1.</param>
    /// <returns>The interval; null for a model without standard errors.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share or the level is not between 0 and 1.</exception>
    public TimeInterval? QuantileInterval(ReadOnlySpan<double> features, double share, double level = 0.95)
    {
        double time = Quantile(features, share);
        ParameterCheck.Probability(level, nameof(level));
        if (Covariance is null)
        {
            return null;
        }

        double[] slopes = new double[Covariance.Names.Count];
        for (int i = 0; i < slopes.Length; i++)
        {
            // The intercept is first and the scale last; a feature may bear either's name.
            slopes[i] = i == 0 ? 1
                : i == slopes.Length - 1 && Distribution != AftDistribution.Exponential ? Scale * AftScatter.Quantile(Distribution, share)
                : features[Columns.AsSpan().IndexOf(Covariance.Names[i])];
        }

        double variance = 0;
        for (int i = 0; i < slopes.Length; i++)
        {
            for (int j = 0; j < slopes.Length; j++)
            {
                variance += slopes[i] * Covariance[i, j] * slopes[j];
            }
        }

        double factor = Math.Exp(Normal.InvCDF(0, 1, (1 + level) / 2) * Math.Sqrt(variance));
        return new TimeInterval(time / factor, time * factor);
    }

    /// <summary>Gives the mean time that such customers stay.</summary>
    /// <param name="features">The customer's features, finite, in the order of the columns.</param>
    /// <returns>The mean; <see cref="double.PositiveInfinity"/> for a log-logistic distribution with a scale of 1 or more, which has none.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns, or one is not finite.</exception>
    public double Mean(ReadOnlySpan<double> features) => Math.Exp(Location(features)) * AftScatter.MeanFactor(Distribution, Scale);

    /// <summary>Writes the parameters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{NameOf(Distribution)} intercept={Intercept:G6} scale={Scale:G6}, {Columns.Count} features");

    internal static string NameOf(AftDistribution distribution) => distribution switch
    {
        AftDistribution.Exponential => "Exponential AFT",
        AftDistribution.LogNormal => "Log-normal AFT",
        AftDistribution.LogLogistic => "Log-logistic AFT",
        _ => "Weibull AFT",
    };

    private bool IsOfParameters(ValueList<string> names)
    {
        int last = names.Count - (Distribution == AftDistribution.Exponential ? 0 : 1);
        bool matches = last >= 1 && names[0] == InterceptName && (last == names.Count || names[^1] == LogScaleName);
        for (int i = 1; i < last && matches; i++)
        {
            matches = Columns.Contains(names[i]);
        }

        return matches;
    }

    private double LogSurvival(ReadOnlySpan<double> features, double time)
    {
        if (!(time >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "Expected a time of at least 0.");
        }

        double location = Location(features);
        return time <= 0 ? 0
            : double.IsPositiveInfinity(time) ? double.NegativeInfinity
            : AftScatter.Survival(Distribution, (Math.Log(time) - location) / Scale).Value;
    }

    private double Location(ReadOnlySpan<double> features)
    {
        if (features.Length != Columns.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {features.Length} features, but the model has {Columns.Count}: {string.Join(", ", Columns)}."), nameof(features));
        }

        double location = Intercept;
        for (int i = 0; i < features.Length; i++)
        {
            if (!double.IsFinite(features[i]))
            {
                throw new ArgumentException($"The feature '{Columns[i]}' has no finite number. Fill in what is missing before.", nameof(features));
            }

            location += Coefficients[i].Value * features[i];
        }

        return double.IsFinite(location) ? location : FiniteSum.Of(Intercept, features, i => Coefficients[i].Value);
    }
}
