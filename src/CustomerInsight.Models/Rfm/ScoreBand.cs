using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Which scores a segment takes, on the scale of 1 (least) to 5 (most) whatever the number of bins.</summary>
/// <param name="AtLeast">The lowest score taken, or null for no limit.</param>
/// <param name="Below">The first score no longer taken, or null for no limit.</param>
/// <remarks>The default value takes every score.</remarks>
public readonly record struct ScoreBand(double? AtLeast, double? Below)
{
    /// <summary>Gets whether the band takes every score.</summary>
    public bool IsAny => AtLeast is null && Below is null;

    /// <summary>Whether the band takes a score.</summary>
    /// <param name="score">A score on the scale of 1 to 5.</param>
    /// <returns>True where it does.</returns>
    public bool Takes(double score) => !(score < AtLeast) && !(score >= Below);

    internal string Describe(string dimension) => (AtLeast, Below) switch
    {
        (double low, double high) => string.Create(CultureInfo.InvariantCulture, $"{low:0.##} ≤ {dimension} < {high:0.##}"),
        (double low, null) => string.Create(CultureInfo.InvariantCulture, $"{dimension} ≥ {low:0.##}"),
        (null, double high) => string.Create(CultureInfo.InvariantCulture, $"{dimension} < {high:0.##}"),
        _ => string.Empty,
    };

    /// <summary>Writes the limits.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsAny ? "any score" : Describe("score");
}
