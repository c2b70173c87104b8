using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>What follows from the log-odds of any <see cref="IClassificationModel"/>.</summary>
public static class ClassificationModelExtensions
{
    /// <summary>Gives the log-odds of one row.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">The features in the order of the model's columns; <see cref="double.NaN"/> where one is missing.</param>
    /// <returns>The log-odds.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns.</exception>
    /// <remarks>For many rows, <see cref="IClassificationModel.Margins"/> is faster.</remarks>
    public static double Margin([NotNull] this IClassificationModel model, ReadOnlySpan<double> features)
    {
        ArgumentNullException.ThrowIfNull(model);
        double margin = 0;
        model.Margins(FeatureMatrix.Create(model.Columns, features.ToArray()), new Span<double>(ref margin));
        return margin;
    }

    /// <summary>Gives the chance of the event for one row.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">The features in the order of the model's columns; <see cref="double.NaN"/> where one is missing.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns.</exception>
    public static double Probability([NotNull] this IClassificationModel model, ReadOnlySpan<double> features) => Logistic(model.Margin(features));

    /// <summary>Gives the chance of the event for each row.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Rows with the features of the model's columns, in that order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>From 0 to 1, one for each row.</returns>
    /// <exception cref="ArgumentException">The features are others.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static double[] Probabilities([NotNull] this IClassificationModel model, [NotNull] FeatureMatrix rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        double[] probabilities = new double[rows.Rows];
        model.Margins(rows, probabilities, cancellationToken);
        foreach (ref double value in probabilities.AsSpan())
        {
            value = Logistic(value);
        }

        return probabilities;
    }

    internal static double Logistic(double margin) => margin >= 0 ? 1 / (1 + Math.Exp(-margin)) : Math.Exp(margin) / (1 + Math.Exp(margin));
}
