using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Calibrated chances as a line through points that never falls.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record IsotonicCalibration : ICalibration
{
    /// <summary>Makes a calibration from known points.</summary>
    /// <param name="margins">The model's log-odds at the points: at least one, each above the one before.</param>
    /// <param name="probabilities">The chances there: one for each, from 0 to 1, none below the one before.</param>
    /// <exception cref="ArgumentException">The points are not as said.</exception>
    public IsotonicCalibration(ValueList<double> margins, ValueList<double> probabilities)
    {
        bool usable = margins.Count > 0 && margins.Count == probabilities.Count;
        for (int i = 0; usable && i < margins.Count; i++)
        {
            usable = double.IsFinite(margins[i]) && probabilities[i] is >= 0 and <= 1 && (i == 0 || (margins[i] > margins[i - 1] && probabilities[i] >= probabilities[i - 1]));
        }

        if (!usable)
        {
            throw new ArgumentException(FormattableString.Invariant($"The {margins.Count} margins with {probabilities.Count} probabilities are none, not as many, not rising, or no chances. Give at least one point, in order."), nameof(margins));
        }

        Margins = margins;
        Probabilities = probabilities;
    }

    /// <summary>Gets the model's log-odds at the points, rising.</summary>
    public ValueList<double> Margins { get; }

    /// <summary>Gets the chances at the points, never falling.</summary>
    public ValueList<double> Probabilities { get; }

    /// <inheritdoc/>
    /// <remarks>Infinite where the chance is 0 or 1, which <see cref="IsotonicOptions.KeepsCertainty"/> allows.</remarks>
    public double LogOdds(double margin)
    {
        double probability = Probability(margin);
        return Math.Log(probability / (1 - probability));
    }

    /// <inheritdoc/>
    public double Probability(double margin)
    {
        if (double.IsNaN(margin))
        {
            return margin;
        }

        ReadOnlySpan<double> margins = Margins.AsSpan();
        ReadOnlySpan<double> probabilities = Probabilities.AsSpan();
        int place = margins.BinarySearch(margin);
        if (place >= 0)
        {
            return probabilities[place];
        }

        int next = ~place;
        if (next == 0 || next == margins.Length)
        {
            return probabilities[Math.Min(next, margins.Length - 1)];
        }

        // A share of the way, so that equal chances stay equal and nothing falls.
        double share = (margin - margins[next - 1]) / (margins[next] - margins[next - 1]);
        return Math.Min(probabilities[next], probabilities[next - 1] + (share * (probabilities[next] - probabilities[next - 1])));
    }

    /// <summary>Says how many points there are and which chances they span.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Margins.Count} points from {Probabilities[0]:0.0 %} to {Probabilities[^1]:0.0 %}");
}
