using MathNet.Numerics.Distributions;

namespace CustomerInsight.Models;

/// <summary>Standard errors and intervals of whatever follows from a fitted model's parameters.</summary>
/// <remarks>
/// The error is that of the model as a whole, from having seen these customers and not all: how far one customer scatters around a prediction is another
/// matter (a prediction interval). Right for many customers; where parameters are weakly identified, <see cref="Bootstrap"/> is safer.
/// <para>Source: Pawitan, "In All Likelihood" (2001), section 4.7.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class DeltaMethod
{
    // Of a standard error: far above the rounding of a prediction, far below where its curvature shows.
    private const double Step = 1e-3;

    /// <summary>Gives a prediction of a purchase model with its error.</summary>
    /// <param name="model">The fitted model.</param>
    /// <param name="covariance">How its parameters err: <see cref="FitReport.Covariance"/> of its fit.</param>
    /// <param name="prediction">What to predict, such as the purchases expected of all customers. Called twice for each parameter with models nearby.</param>
    /// <param name="scale">On which scale the interval is symmetric.</param>
    /// <param name="level">How probable it is that such an interval holds the truth. Above 0, below 1.</param>
    /// <returns>The prediction.</returns>
    /// <exception cref="ArgumentException">The covariance is of other parameters or of another time unit than the model's, or a prediction is not a finite number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not known, or <paramref name="level"/> is out of its range.</exception>
    public static UncertainValue Of(
        IPurchaseModel model, ParameterCovariance covariance, Func<IPurchaseModel, double> prediction, IntervalScale scale = IntervalScale.Log, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(covariance);
        ArgumentNullException.ThrowIfNull(prediction);
        ValueList<ModelParameter> parameters = model.Parameters;
        if (!parameters.Select(static parameter => parameter.Name).SequenceEqual(covariance.Names, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"The covariance is of {string.Join(", ", covariance.Names)}, but the model has {string.Join(", ", parameters.Select(static parameter => parameter.Name))}. Take that of the model's own fit.",
                nameof(covariance));
        }

        if (covariance.Unit is { } unit && unit != model.Unit)
        {
            throw new ArgumentException($"The covariance is in the unit {unit}, but the model in {model.Unit}. Take that of the model's own fit, or state the model in the fit's unit.", nameof(covariance));
        }

        return Of(ValueList.From(parameters.Select(static parameter => parameter.Value)), covariance, values => prediction(model.WithParameters([.. values])), scale, level);
    }

    /// <summary>Gives a number that follows from parameters with its error.</summary>
    /// <param name="parameters">The fitted parameters.</param>
    /// <param name="covariance">How they err, in the same order and the same unit (<see cref="ParameterCovariance.Unit"/>).</param>
    /// <param name="prediction">The number at parameters nearby.</param>
    /// <param name="scale">On which scale the interval is symmetric.</param>
    /// <param name="level">How probable it is that such an interval holds the truth. Above 0, below 1.</param>
    /// <returns>The number; where it lies at the edge of the scale (0, or a probability of 1), the interval is the plain one cut off there.</returns>
    /// <exception cref="ArgumentException">There are more or fewer parameters than the covariance has, or a prediction is not a finite number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not known, or <paramref name="level"/> is out of its range.</exception>
    public static UncertainValue Of(
        ValueList<double> parameters, ParameterCovariance covariance, Func<ValueList<double>, double> prediction, IntervalScale scale = IntervalScale.Log, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        ArgumentNullException.ThrowIfNull(prediction);
        int n = covariance.Names.Count;
        if (parameters.Count != n)
        {
            throw new ArgumentException($"Expected {n} parameters, as the covariance has, found {parameters.Count}.", nameof(parameters));
        }

        double value = Ask(prediction, [.. parameters]);
        double[] slopes = new double[n];
        double[] at = [.. parameters];
        for (int i = 0; i < n; i++)
        {
            double error = covariance.StandardError(i);

            // A parameter above 0 stays there.
            double step = Step * (parameters[i] > 0 ? Math.Min(error, parameters[i]) : error);
            if (step > 0)
            {
                at[i] = parameters[i] + step;
                double above = Ask(prediction, at);
                at[i] = parameters[i] - step;
                double below = Ask(prediction, at);
                at[i] = parameters[i];
                slopes[i] = (above - below) / (2 * step);
            }
        }

        double variance = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                variance += slopes[i] * slopes[j] * covariance[i, j];
            }
        }

        return Interval(value, Math.Sqrt(Math.Max(0, variance)), scale, level);
    }

    private static UncertainValue Interval(double value, double error, IntervalScale scale, double level)
    {
        double reach = Width(level) * error;
        switch (scale)
        {
            case IntervalScale.Plain:
                return new UncertainValue(value, error, value - reach, value + reach);
            case IntervalScale.Log:
                return value > 0
                    ? new UncertainValue(value, error, value * Math.Exp(-reach / value), value * Math.Exp(reach / value))
                    : new UncertainValue(value, error, Math.Max(0, value - reach), Math.Max(0, value + reach));
            case IntervalScale.LogOdds:
                if (value is > 0 and < 1)
                {
                    double odds = value / (1 - value);
                    double factor = Math.Exp(reach / (value * (1 - value)));
                    return new UncertainValue(value, error, odds / (odds + factor), 1 / (1 + (1 / odds / factor)));
                }

                return new UncertainValue(value, error, Math.Clamp(value - reach, 0, 1), Math.Clamp(value + reach, 0, 1));
            default:
                throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale is not known. Use Plain, Log or LogOdds.");
        }
    }

    // How many standard errors to either side hold so much of the normal distribution.
    private static double Width(double level) => Normal.InvCDF(0, 1, (1 + ParameterCheck.Probability(level, nameof(level))) / 2);

    private static double Ask(Func<ValueList<double>, double> prediction, ReadOnlySpan<double> parameters) => prediction(ValueList.Create(parameters)) is double value && double.IsFinite(value)
        ? value
        : throw new ArgumentException("The prediction is not a finite number at parameters near the fitted ones, so it has no standard error. Ask for something that exists, such as a discounted value instead of purchases for ever.", nameof(prediction));
}
