using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How many have left for one cause up to a time.</summary>
/// <param name="Time">The time.</param>
/// <param name="Probability">The chance to have left for the cause up to and with it.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Low">Where its interval begins.</param>
/// <param name="High">Where that ends.</param>
public readonly record struct IncidencePoint(double Time, double Probability, double StandardError, double Low, double High)
{
    /// <summary>Writes chance and interval.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time:G6}: {Probability:0.0000} ({Low:0.0000} to {High:0.0000})");
}
