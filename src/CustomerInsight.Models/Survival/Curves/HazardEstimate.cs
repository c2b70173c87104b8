using MathNet.Numerics.Distributions;

namespace CustomerInsight.Models;

/// <summary>How much risk adds up over time, with the error of the estimate: the cumulative hazard that <see cref="NelsonAalen"/> finds.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record HazardEstimate
{
    internal HazardEstimate(double[] times, double[] hazards, double[] errors, double level)
    {
        (Times, CumulativeHazards, StandardErrors) = (SurvivalCurve.Steps(times), SurvivalCurve.Steps(hazards), SurvivalCurve.Steps(errors));
        Level = level;
    }

    /// <summary>Gets the times at which watches ended, rising.</summary>
    public ValueList<double> Times { get; }

    /// <summary>Gets the hazard summed up to and with each time.</summary>
    public ValueList<double> CumulativeHazards { get; }

    /// <summary>Gets the standard error of each.</summary>
    public ValueList<double> StandardErrors { get; }

    /// <summary>Gets how sure the intervals are, such as 0.95.</summary>
    public double Level { get; }

    /// <summary>Gives the hazard up to a time.</summary>
    /// <param name="time">The time. At least 0.</param>
    /// <returns>The hazard with its interval, which is symmetric on the log scale; after the last of the times, the value there.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not a number.</exception>
    public HazardPoint At(double time)
    {
        if (!(time >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "Expected a time of at least 0.");
        }

        int found = Times.AsSpan().BinarySearch(time);
        int step = found >= 0 ? found : ~found - 1;
        double hazard = step < 0 ? 0 : CumulativeHazards[step];
        if (hazard <= 0)
        {
            return new HazardPoint(time, 0, 0, 0, 0);
        }

        double factor = Math.Exp(Normal.InvCDF(0, 1, (1 + Level) / 2) * StandardErrors[step] / hazard);
        return new HazardPoint(time, hazard, StandardErrors[step], hazard / factor, hazard * factor);
    }

    /// <summary>Gives the hazard of a stretch of time: smooth changes of risk show in it.</summary>
    /// <param name="from">Where it begins. At least 0.</param>
    /// <param name="to">Where it ends. Above <paramref name="from"/>, finite.</param>
    /// <returns>Events a unit of time for each at risk.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A time is not as said.</exception>
    public double RateBetween(double from, double to)
    {
        ParameterCheck.NotNegative(from, nameof(from));
        ParameterCheck.Positive(to - from, nameof(to));
        return (At(to).CumulativeHazard - At(from).CumulativeHazard) / (to - from);
    }
}
