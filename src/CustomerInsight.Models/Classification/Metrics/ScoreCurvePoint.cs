using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What a rule does that says yes from a score on.</summary>
/// <param name="Score">From which score on; infinite for the rule that says no to all.</param>
/// <param name="Share">The share of rows said yes to.</param>
/// <param name="TruePositiveRate">The share of those with the event that are among them: recall.</param>
/// <param name="FalsePositiveRate">The share of those without the event that are among them.</param>
/// <param name="Precision">The share of them with the event; 1 where there are none.</param>
public readonly record struct ScoreCurvePoint(double Score, double Share, double TruePositiveRate, double FalsePositiveRate, double Precision)
{
    /// <summary>Writes the numbers for a person.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"scores from {Score:G6} on: {TruePositiveRate * 100:0.0} % found, {FalsePositiveRate * 100:0.0} % false, precision {Precision:0.000}");
}
