using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Calibrated log-odds as a line in a model's log-odds.</summary>
/// <remarks>Source: Platt, "Probabilistic outputs for support vector machines" (1999), where the chance is 1 / (1 + exp(A m + B)): A is −<see cref="Slope"/>, B is −<see cref="Intercept"/>.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record PlattCalibration : ICalibration
{
    /// <summary>Makes a calibration from known numbers.</summary>
    /// <param name="slope">By how much the log-odds grow with the model's. Finite, at least 0.</param>
    /// <param name="intercept">The log-odds where the model's are 0. Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not as said.</exception>
    public PlattCalibration(double slope, double intercept)
    {
        Slope = ParameterCheck.NotNegative(slope, nameof(slope));
        Intercept = double.IsFinite(intercept) ? intercept : throw new ArgumentOutOfRangeException(nameof(intercept), intercept, "Expected a finite number.");
    }

    /// <summary>Gets by how much the log-odds grow with the model's: below 1, the model was too sure.</summary>
    public double Slope { get; }

    /// <summary>Gets the log-odds where the model's are 0.</summary>
    public double Intercept { get; }

    /// <inheritdoc/>
    /// <remarks>A line of slope 0 is the same everywhere, also at infinity.</remarks>
    public double LogOdds(double margin) => Slope == 0 && !double.IsNaN(margin) ? Intercept : (Slope * margin) + Intercept;

    /// <inheritdoc/>
    public double Probability(double margin) => ClassificationModelExtensions.Logistic(LogOdds(margin));

    /// <summary>Writes the line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"log-odds × {Slope:G4} {(Intercept < 0 ? '−' : '+')} {Math.Abs(Intercept):G4}");
}
