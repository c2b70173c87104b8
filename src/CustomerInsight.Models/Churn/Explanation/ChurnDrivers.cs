using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>What sets the risk of a segment apart from that of the other customers, feature by feature.</summary>
/// <param name="Customers">How many customers of the segment have a prediction.</param>
/// <param name="Others">How many others have one.</param>
/// <param name="MeanProbability">Their mean chance of leaving; not a number without customers.</param>
/// <param name="MeanElsewhere">That of the others; not a number without others.</param>
/// <param name="Drivers">The features, that of the greatest difference (either way) first, equal ones in ordinal order.</param>
public sealed record ChurnDrivers(int Customers, int Others, double MeanProbability, double MeanElsewhere, ValueList<ChurnDriver> Drivers)
{
    /// <summary>What such a comparison does not say.</summary>
    public const string Caveat = "Association is not cause: a feature that goes with leaving need not make customers leave, and changing it need not keep them.";

    /// <summary>Compares a segment with the other customers.</summary>
    /// <param name="predictions">The predictions of all, by one model.</param>
    /// <param name="segment">The names of the segment's customers; those without a prediction count nowhere.</param>
    /// <returns>The comparison.</returns>
    /// <remarks>One pass. The differences of the means of all features add up to that of the mean log-odds, as contributions do.</remarks>
    public static ChurnDrivers Of([NotNull] IEnumerable<ChurnPrediction> predictions, [NotNull] IReadOnlySet<string> segment)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(segment);
        var features = new Dictionary<string, (DriverSums Inside, DriverSums Outside)>(StringComparer.Ordinal);
        int[] counts = new int[2];
        double[] chances = new double[2];
        foreach (ChurnPrediction prediction in predictions)
        {
            if (prediction.Probability is not double probability)
            {
                continue;
            }

            bool inside = segment.Contains(prediction.Customer);
            counts[inside ? 0 : 1]++;
            chances[inside ? 0 : 1] += probability;
            foreach (FeatureContribution contribution in prediction.Contributions)
            {
                if (!features.TryGetValue(contribution.Feature, out (DriverSums Inside, DriverSums Outside) sums))
                {
                    sums = (new DriverSums(), new DriverSums());
                    features.Add(contribution.Feature, sums);
                }

                (inside ? sums.Inside : sums.Outside).Add(contribution.LogOdds);
            }
        }

        return new ChurnDrivers(counts[0], counts[1], chances[0] / counts[0], chances[1] / counts[1], ValueList.From(features
            .Select(feature => new ChurnDriver(
                feature.Key,
                feature.Value.Inside.Mean(counts[0]),
                feature.Value.Outside.Mean(counts[1]),
                Math.Sqrt(feature.Value.Inside.ErrorVariance(counts[0]) + feature.Value.Outside.ErrorVariance(counts[1])),
                counts[0] == 0 ? 0 : (double)feature.Value.Inside.Raised / counts[0]))
            .OrderByDescending(static driver => Math.Abs(driver.Difference))
            .ThenBy(static driver => driver.Feature, StringComparer.Ordinal)));
    }

    /// <summary>Writes the comparison for a person.</summary>
    /// <param name="most">How many features at most. At least 0.</param>
    /// <returns>A line on both risks, a table of the features, and the caveat; no personal data.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is negative.</exception>
    public string Describe(int most = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Customers:#,0} customers leave with a chance of {Percent(MeanProbability)}, the {Others:#,0} others with {Percent(MeanElsewhere)}");
        if (Drivers.Count > 0)
        {
            text.AppendGrid(
            [
                ["feature", "log-odds here", "elsewhere", "difference", "± 2 s.e.", "raises the risk of"],
                .. Drivers.Take(most).Select(static driver => (string[])
                [
                    driver.Feature.Replace('_', ' '), Signed(driver.InSegment), Signed(driver.Elsewhere), Signed(driver.Difference),
                    double.IsNaN(driver.StandardError) ? "–" : (2 * driver.StandardError).ToString("0.000", CultureInfo.InvariantCulture), Percent(driver.ShareRaised),
                ]),
            ]);
        }

        return text.AppendLine(Caveat).ToString();
    }

    /// <summary>Draws the differences.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "What sets the segment's risk apart",
        Drivers.Take(20).Select(static driver => new (string Field, object? Value)[]
        {
            ("feature", driver.Feature.Replace('_', ' ')), ("difference", driver.Difference), ("here", driver.InSegment), ("elsewhere", driver.Elsewhere),
            ("low", driver.Difference - (2 * driver.StandardError)), ("high", driver.Difference + (2 * driver.StandardError)),
        }),
        """
        {
          "encoding": {"y": {"field": "feature", "type": "nominal", "sort": null, "title": null}},
          "layer": [
            {
              "mark": {"type": "bar", "tooltip": true},
              "encoding": {
                "x": {"field": "difference", "type": "quantitative", "title": "log-odds added here beyond elsewhere (association, not cause)"},
                "color": {"condition": {"test": "datum.difference > 0", "value": "#c44e52"}, "value": "#4c72b0"}
              }
            },
            {"mark": "rule", "encoding": {"x": {"field": "low", "type": "quantitative"}, "x2": {"field": "high"}}}
          ]
        }
        """);

    private static string Signed(double value) => value.ToString("+0.000;-0.000;0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => double.IsNaN(share) ? "–" : share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
