using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The hazard that a customer with every feature at its mean has had, summed up over time.</summary>
/// <param name="Stratum">The stratum; 0 where there is one.</param>
/// <param name="Times">The times of events: finite, above 0, rising.</param>
/// <param name="CumulativeHazards">The hazard up to and with each of these times: finite, at least 0, never falling.</param>
/// <param name="End">Until when anyone was watched. At least the last of the times.</param>
public sealed record CoxBaseline(int Stratum, ValueList<double> Times, ValueList<double> CumulativeHazards, double End)
{
    /// <summary>Gives the hazard up to and with a time.</summary>
    /// <param name="time">The time. At least 0.</param>
    /// <returns>At least 0; from the last event on, the value there.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not a number.</exception>
    /// <remarks>O(log n).</remarks>
    public double At(double time)
    {
        if (!(time >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "Expected a time of at least 0.");
        }

        int found = Times.AsSpan().BinarySearch(time);
        found = found >= 0 ? found : ~found - 1;
        return found < 0 ? 0 : CumulativeHazards[found];
    }

    /// <summary>Writes how far it goes.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"stratum {Stratum}: {Times.Count} times, cumulative hazard {(Times.Count > 0 ? CumulativeHazards[^1] : 0):G5} at {End:G6}");

    internal void ThrowIfInvalid(string parameter)
    {
        double lastTime = 0;
        double lastHazard = 0;
        bool valid = Times.Count == CumulativeHazards.Count && Stratum >= 0;
        for (int i = 0; valid && i < Times.Count; i++)
        {
            valid = Times[i] > lastTime && double.IsFinite(Times[i]) && CumulativeHazards[i] >= lastHazard && double.IsFinite(CumulativeHazards[i]);
            (lastTime, lastHazard) = (Times[i], CumulativeHazards[i]);
        }

        if (!valid || !double.IsFinite(End) || End < lastTime)
        {
            throw new ArgumentException("A baseline needs times above 0 that rise, as many finite hazards that never fall, an end not before them, and a stratum of at least 0.", parameter);
        }
    }
}
