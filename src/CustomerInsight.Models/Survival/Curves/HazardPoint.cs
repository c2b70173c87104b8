using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What a cumulative hazard is at one of its times.</summary>
/// <param name="Time">The time.</param>
/// <param name="CumulativeHazard">The hazard summed up to and with it. At least 0.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Low">Where its interval begins.</param>
/// <param name="High">Where that ends.</param>
public readonly record struct HazardPoint(double Time, double CumulativeHazard, double StandardError, double Low, double High)
{
    /// <summary>Writes hazard and interval.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time:G6}: {CumulativeHazard:0.0000} ({Low:0.0000} to {High:0.0000})");
}
