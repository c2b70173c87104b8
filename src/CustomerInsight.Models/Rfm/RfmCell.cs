using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The three scores of a customer.</summary>
/// <param name="Recency">From 1 (longest ago) to the most bins of recency (most recent).</param>
/// <param name="Frequency">From 1 (fewest orders) to the most bins of frequency.</param>
/// <param name="Monetary">From 1 (least revenue) to the most bins of money.</param>
/// <param name="Bins">The highest scores.</param>
public readonly record struct RfmCell(int Recency, int Frequency, int Monetary, RfmBins Bins)
{
    /// <summary>The three scores, of as many bins each.</summary>
    /// <param name="recency">From 1 to <paramref name="bins"/>.</param>
    /// <param name="frequency">From 1 to <paramref name="bins"/>.</param>
    /// <param name="monetary">From 1 to <paramref name="bins"/>.</param>
    /// <param name="bins">The highest score. From 2 to 10.</param>
    public RfmCell(int recency, int frequency, int monetary, int bins)
        : this(recency, frequency, monetary, new RfmBins(bins))
    {
    }

    /// <summary>Writes the three scores, such as <c>5-4-4</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Recency}-{Frequency}-{Monetary}");

    internal double RecencyOnFive => OnFive(Recency, Bins.Recency);

    internal double FrequencyOnFive => OnFive(Frequency, Bins.Frequency);

    internal double MonetaryOnFive => OnFive(Monetary, Bins.Monetary);

    /// <summary>Puts a score on the scale of 1 to 5 on which the segment rules are written.</summary>
    private static double OnFive(int score, int bins) => bins == 5 ? score : 1 + ((score - 1) * 4.0 / (bins - 1));
}
