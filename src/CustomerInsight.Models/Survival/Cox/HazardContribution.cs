using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What one feature does to a customer's hazard.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Value">Its value.</param>
/// <param name="LogHazard">What it adds to the log of the hazard: above 0 sooner, below 0 later than with the feature at its mean.</param>
public readonly record struct HazardContribution(string Feature, double Value, double LogHazard)
{
    /// <summary>Gets by how much the feature multiplies the hazard, compared with its mean.</summary>
    public double HazardRatio => Math.Exp(LogHazard);

    /// <summary>Writes feature and contribution, never the value, which may be personal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Feature}: hazard × {HazardRatio:0.000}");
}
