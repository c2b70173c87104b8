using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How much of what trees learned they learned from a feature.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Gain">By how much its questions lowered the penalised loss in the fit.</param>
/// <param name="Share">That as a part of what all questions did, from 0 to 1.</param>
/// <param name="Questions">How many questions ask for it.</param>
public readonly record struct FeatureGain(string Feature, double Gain, double Share, int Questions)
{
    /// <summary>Writes feature and share.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Feature}: {Share:P1}");
}
