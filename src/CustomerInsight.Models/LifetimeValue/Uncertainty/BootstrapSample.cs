using MathNet.Numerics.Statistics;

namespace CustomerInsight.Models;

/// <summary>A fitted model, and the models that might as well have been fitted, had other customers of the same kind been seen.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record BootstrapSample<TModel>
    where TModel : class
{
    internal BootstrapSample(TModel model, ValueList<TModel> draws, ValueList<ParameterEstimate> parameters, double level) =>
        (Model, Draws, Parameters, Level) = (model, draws, parameters, level);

    /// <summary>Gets the model of all customers.</summary>
    public TModel Model { get; }

    /// <summary>Gets the models of the customers drawn, in the order of the draws; those whose fit did not converge are left out.</summary>
    public ValueList<TModel> Draws { get; }

    /// <summary>Gets the parameters with standard error and interval from the draws.</summary>
    public ValueList<ParameterEstimate> Parameters { get; }

    /// <summary>Gets how probable it is that an interval holds the truth.</summary>
    public double Level { get; }

    /// <summary>Gives a prediction with its error.</summary>
    /// <param name="prediction">What to predict, such as the purchases expected of all customers. Called once for each model.</param>
    /// <returns>The prediction of the model of all customers; the standard deviation of those of the draws, and their quantiles as interval.</returns>
    /// <remarks>As <see cref="DeltaMethod"/>, this is the error of the model as a whole, not how far one customer scatters. <para>Source: Efron, Tibshirani, "An Introduction to the Bootstrap" (1993), sections 6.2 and 13.3.</para></remarks>
    public UncertainValue Of(Func<TModel, double> prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        return Spread(prediction(Model), [.. Draws.Select(prediction)], Level);
    }

    internal static UncertainValue Spread(double value, double[] drawn, double level)
    {
        Array.Sort(drawn);
        double tail = (1 - level) / 2;
        return new UncertainValue(
            value,
            ArrayStatistics.StandardDeviation(drawn),
            SortedArrayStatistics.QuantileCustom(drawn, tail, QuantileDefinition.R7),
            SortedArrayStatistics.QuantileCustom(drawn, 1 - tail, QuantileDefinition.R7));
    }
}
