using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How much is in one bin or at one level.</summary>
/// <param name="Label">The bin's bounds, or the level; <c>other</c> for all levels that are not kept.</param>
/// <param name="Reference">The share that was learned from.</param>
/// <param name="Current">That of today.</param>
public readonly record struct DriftBin(string Label, double Reference, double Current)
{
    /// <summary>Writes the numbers for a person.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Label}: {Reference * 100:0.0} % before, {Current * 100:0.0} % now");
}
