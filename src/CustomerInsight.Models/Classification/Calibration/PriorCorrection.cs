using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Takes log-odds from a population with one share of events to another: after sampling or weighting one kind of rows, or where the share has changed since.</summary>
/// <remarks>Right where only the share differs and the rows of each kind are as before. Source: King, Zeng, "Logistic regression in rare events data", Political Analysis 9 (2001), section 4.1.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record PriorCorrection : ICalibration
{
    /// <summary>Makes a correction.</summary>
    /// <param name="shift">What is added to the log-odds. Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shift"/> is not finite.</exception>
    public PriorCorrection(double shift) => Shift = double.IsFinite(shift) ? shift : throw new ArgumentOutOfRangeException(nameof(shift), shift, "Expected a finite number.");

    /// <summary>Gets what is added to the log-odds.</summary>
    public double Shift { get; }

    /// <summary>Makes the correction for another share of events.</summary>
    /// <param name="learned">The share of events among the rows the model learned from. Above 0 and below 1.</param>
    /// <param name="actual">The share where it is used. Above 0 and below 1.</param>
    /// <returns>The correction.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is not as said.</exception>
    public static PriorCorrection Of(double learned, double actual) => new(LogOddsOf(actual, nameof(actual)) - LogOddsOf(learned, nameof(learned)));

    /// <summary>Makes the correction for a model whose rows with the event counted more than they are.</summary>
    /// <param name="positiveWeight">How much more, such as <see cref="LogisticOptions.PositiveWeight"/>. Finite and above 0.</param>
    /// <returns>The correction.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="positiveWeight"/> is not as said.</exception>
    public static PriorCorrection OfWeight(double positiveWeight) => new(-Math.Log(ParameterCheck.Positive(positiveWeight, nameof(positiveWeight))));

    /// <inheritdoc/>
    public double LogOdds(double margin) => margin + Shift;

    /// <inheritdoc/>
    public double Probability(double margin) => ClassificationModelExtensions.Logistic(LogOdds(margin));

    /// <summary>Writes the shift.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"log-odds {(Shift < 0 ? '−' : '+')} {Math.Abs(Shift):G4}");

    private static double LogOddsOf(double share, string name)
    {
        ParameterCheck.Probability(share, name);
        return Math.Log(share / (1 - share));
    }
}
