using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The three scores of a customer.</summary>
/// <param name="Recency">From 1 (longest ago) to <paramref name="Bins"/> (most recent).</param>
/// <param name="Frequency">From 1 (fewest orders) to <paramref name="Bins"/>.</param>
/// <param name="Monetary">From 1 (least revenue) to <paramref name="Bins"/>.</param>
/// <param name="Bins">The highest score. From 2 to 10.</param>
public readonly record struct RfmCell(int Recency, int Frequency, int Monetary, int Bins)
{
    /// <summary>Writes the three scores, such as <c>5-4-4</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Recency}-{Frequency}-{Monetary}");

    /// <summary>Puts a score on the scale of 1 to 5 on which the segment rules are written.</summary>
    internal double OnFive(int score) => Bins == 5 ? score : 1 + ((score - 1) * 4.0 / (Bins - 1));
}
