using System.Globalization;
using MathNet.Numerics.Distributions;

namespace CustomerInsight.Models;

/// <summary>How many leave for one cause over time, while others leave for other causes.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record CauseIncidence
{
    internal CauseIncidence(string name, double events, ValueList<double> times, double[] probabilities, double[] errors, double level)
    {
        (Name, Events, Times, Level) = (name, events, times, level);
        (Probabilities, StandardErrors) = (SurvivalCurve.Steps(probabilities), SurvivalCurve.Steps(errors));
    }

    /// <summary>Gets the cause.</summary>
    public string Name { get; }

    /// <summary>Gets how many left for it.</summary>
    public double Events { get; }

    /// <summary>Gets the times at which watches ended, rising.</summary>
    public ValueList<double> Times { get; }

    /// <summary>Gets the chance to have left for the cause up to and with each time.</summary>
    public ValueList<double> Probabilities { get; }

    /// <summary>Gets the standard error of each.</summary>
    public ValueList<double> StandardErrors { get; }

    /// <summary>Gets how sure the intervals are, such as 0.95.</summary>
    public double Level { get; }

    /// <summary>Gives the chance to have left for the cause up to a time.</summary>
    /// <param name="time">The time. At least 0.</param>
    /// <returns>The chance with its interval, which is symmetric on the scale of ln(−ln); after the last of the times, the value there.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not a number.</exception>
    public IncidencePoint At(double time)
    {
        if (!(time >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "Expected a time of at least 0.");
        }

        int found = Times.AsSpan().BinarySearch(time);
        int step = found >= 0 ? found : ~found - 1;
        double probability = step < 0 ? 0 : Probabilities[step];
        if (probability is <= 0 or >= 1)
        {
            return new IncidencePoint(time, probability, step < 0 ? 0 : StandardErrors[step], probability, probability);
        }

        double error = StandardErrors[step];
        (double low, double high) = SurvivalLimits.Of(probability, error / probability, Normal.InvCDF(0, 1, (1 + Level) / 2), SurvivalInterval.LogLog);
        return new IncidencePoint(time, probability, error, low, high);
    }

    /// <summary>Writes the cause and its last chance.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name}: {Events:#,0.##} events, {(Probabilities.Count > 0 ? Probabilities[^1] : 0):0.0000} in the end");
}
