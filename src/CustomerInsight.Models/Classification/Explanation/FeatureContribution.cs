using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What one feature adds to a prediction.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Value">Its value; not a number where it is missing.</param>
/// <param name="LogOdds">What it adds to the log-odds: above 0 towards the event, below 0 away from it.</param>
public readonly record struct FeatureContribution(string Feature, double Value, double LogOdds)
{
    /// <summary>Writes feature and contribution, never the value, which may be personal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Feature}: {LogOdds:+0.000;-0.000;0}");
}
