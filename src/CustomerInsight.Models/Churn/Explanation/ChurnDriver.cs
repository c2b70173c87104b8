using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What a feature does to the risk of a segment, against that of the other customers.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="InSegment">What it adds to the log-odds of a customer of the segment on average.</param>
/// <param name="Elsewhere">What it adds to those of the others; 0 where there are none.</param>
/// <param name="StandardError">The standard error of the difference; not a number where segment or others are a single customer. Where there are none of the others, it is that of the segment's mean alone, and the other way round.</param>
/// <param name="ShareRaised">The share of the segment whose risk it raises.</param>
public readonly record struct ChurnDriver(string Feature, double InSegment, double Elsewhere, double StandardError, double ShareRaised)
{
    /// <summary>Gets how much more it adds in the segment: above 0 where it drives the segment's risk up.</summary>
    public double Difference => InSegment - Elsewhere;

    /// <summary>Writes the numbers for a person.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Feature}: {InSegment:+0.000;-0.000;0} in the segment, {Elsewhere:+0.000;-0.000;0} elsewhere");
}
