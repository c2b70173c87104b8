using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How well a risk orders customers by who leaves first.</summary>
/// <param name="Value">The share of comparable pairs in which the one at the higher risk left first, pairs of equal risk counting half: 0.5 for an order that says nothing, 1 for a perfect one. Not a number where no two rows compare.</param>
/// <param name="StandardError">Its standard error, by the infinitesimal jackknife; not a number where no two rows compare. Where pairs are weighted for censoring, it takes those weights as known.</param>
/// <param name="Concordant">The pairs in the right order, each times its weight.</param>
/// <param name="Discordant">Those in the wrong order.</param>
/// <param name="TiedRisks">Those of equal risk.</param>
/// <param name="TiedTimes">The pairs that both left at the same time, which are not compared.</param>
public readonly record struct ConcordanceEstimate(double Value, double StandardError, double Concordant, double Discordant, double TiedRisks, double TiedTimes)
{
    /// <summary>Writes the value with its error.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => double.IsNaN(Value)
        ? "concordance unknown, as no two rows compare"
        : string.Create(CultureInfo.InvariantCulture, $"concordance {Value:0.0000} (standard error {StandardError:0.0000})");
}
