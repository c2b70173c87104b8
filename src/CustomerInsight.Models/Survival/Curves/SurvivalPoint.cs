using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What a survival estimate says at one of its times.</summary>
/// <param name="Time">The time.</param>
/// <param name="AtRisk">How many were watched just before it.</param>
/// <param name="Events">How many had the event at it.</param>
/// <param name="Censored">How many were watched no longer after it, without the event.</param>
/// <param name="Survival">The chance to be there after it.</param>
/// <param name="StandardError">The standard error of that chance; not a number where nobody is left.</param>
/// <param name="Low">Where its interval begins; not a number where nobody is left.</param>
/// <param name="High">Where that ends; not a number where nobody is left.</param>
public readonly record struct SurvivalPoint(double Time, double AtRisk, double Events, double Censored, double Survival, double StandardError, double Low, double High)
{
    /// <summary>Writes chance and interval.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Time:G6}: {Survival:0.0000} ({(double.IsNaN(Low) ? "nobody left" : $"{Low:0.0000} to {High:0.0000}")}), {AtRisk:G6} at risk");
}
