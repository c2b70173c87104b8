using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>Whether of the customers with a chance of 30 % just 30 % have the event, and so on for all chances.</summary>
/// <param name="Binning">How the bins were made.</param>
/// <param name="Bins">The bins with rows, the lowest probabilities first.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record ReliabilityTable(ReliabilityBinning Binning, ValueList<ReliabilityBin> Bins)
{
    /// <summary>How many bins are made where nothing else is said.</summary>
    public const int DefaultBins = 10;

    /// <summary>Gets the expected calibration error: the mean distance of predicted and observed rates over the bins, by their weight. From 0 to 1; not a number without rows.</summary>
    /// <remarks>It depends on the bins, and of few rows it is above 0 for perfect probabilities too. <para>Source: Naeini, Cooper, Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015.</para></remarks>
    public double ExpectedCalibrationError => Bins.Sum(static bin => bin.Weight * Math.Abs(bin.Observed - bin.Predicted)) / Bins.Sum(static bin => bin.Weight);

    /// <summary>Gets the largest distance of predicted and observed rates of a bin; not a number without rows.</summary>
    public double MaximumCalibrationError => Bins.Select(static bin => Math.Abs(bin.Observed - bin.Predicted)).DefaultIfEmpty(double.NaN).Max();

    /// <summary>Makes the table.</summary>
    /// <param name="probabilities">The chance of the event, from 0 to 1.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="bins">How many bins at most. From 1 to 1,000.</param>
    /// <param name="binning">How they are made; where nothing is said of as many rows each, as in <see cref="ClassificationReport"/>.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> or <paramref name="binning"/> is not as said.</exception>
    /// <remarks>Time O(n log n). The same for any order of the rows.</remarks>
    public static ReliabilityTable Of(
        ReadOnlySpan<double> probabilities,
        ReadOnlySpan<bool> labels,
        int bins = DefaultBins,
        ReliabilityBinning binning = ReliabilityBinning.EqualMass,
        ReadOnlySpan<double> weights = default) => Of(ScoreRanking.OfProbabilities(probabilities, labels, weights), bins, binning);

    internal static ReliabilityTable Of(ScoreRanking ranking, int bins, ReliabilityBinning binning)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, 1_000);
        if (binning is not (ReliabilityBinning.EqualWidth or ReliabilityBinning.EqualMass))
        {
            throw new ArgumentOutOfRangeException(nameof(binning), binning, "Expected one of the ways to make bins.");
        }

        var found = new List<ReliabilityBin>();
        double below = 0;
        int from = ranking.Count - 1;
        while (from >= 0)
        {
            int bin = BinOf(ranking, from, below, bins, binning);
            double weight = 0;
            double positives = 0;
            double predicted = 0;
            int to = from;
            for (; to >= 0 && BinOf(ranking, to, below, bins, binning) == bin; to--)
            {
                double here = ranking.Positives[to] + ranking.Negatives[to];
                below += here;
                weight += here;
                positives += ranking.Positives[to];
                predicted += here * ranking.Scores[to];
            }

            found.Add(new ReliabilityBin(ranking.Scores[from], ranking.Scores[to + 1], weight, predicted / weight, positives / weight, RateInterval.Of(positives, weight, 0.95)));
            from = to;
        }

        return new ReliabilityTable(binning, ValueList.From(found));
    }

    /// <summary>Writes the table for a person.</summary>
    /// <returns>A line for each bin, then the calibration error; no personal data.</returns>
    public string Describe() => new StringBuilder()
        .AppendGrid([["probability", "rows", "predicted", "observed", "95 % interval"], .. Bins.Select(static bin => (string[])
            [
                string.Create(CultureInfo.InvariantCulture, $"{bin.Lowest:0.000} to {bin.Highest:0.000}"),
                bin.Weight.ToString("#,0.##", CultureInfo.InvariantCulture),
                bin.Predicted.ToString("0.000", CultureInfo.InvariantCulture),
                bin.Observed.ToString("0.000", CultureInfo.InvariantCulture),
                bin.Interval.ToString(),
            ])])
        .AppendLine(CultureInfo.InvariantCulture, $"expected calibration error {ExpectedCalibrationError:0.0000}, largest {MaximumCalibrationError:0.0000}")
        .ToString();

    /// <summary>Draws observed against predicted rates, with their intervals and the line on which they are the same.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "Calibration",
        Bins.Select(static bin => ((string Field, object? Value)[])
            [("predicted", bin.Predicted), ("observed", bin.Observed), ("low", bin.Interval.Low), ("high", bin.Interval.High), ("rows", bin.Weight), ("start", 0.0), ("end", 1.0)]),
        """
        {
          "width": 360, "height": 360,
          "layer": [
            {"mark": {"type": "rule", "color": "gray", "strokeDash": [4, 4]}, "encoding": {
              "x": {"field": "start", "type": "quantitative", "aggregate": "min", "scale": {"domain": [0, 1]}}, "y": {"field": "start", "type": "quantitative", "aggregate": "min", "scale": {"domain": [0, 1]}},
              "x2": {"field": "end", "aggregate": "max"}, "y2": {"field": "end", "aggregate": "max"}}},
            {"mark": {"type": "rule"}, "encoding": {
              "x": {"field": "predicted", "type": "quantitative", "title": "predicted share"}, "y": {"field": "low", "type": "quantitative", "title": "observed share"}, "y2": {"field": "high"}}},
            {"mark": {"type": "line", "point": true, "tooltip": true}, "encoding": {
              "x": {"field": "predicted", "type": "quantitative"}, "y": {"field": "observed", "type": "quantitative"},
              "tooltip": [{"field": "predicted", "format": ".3f"}, {"field": "observed", "format": ".3f"}, {"field": "rows", "format": ",.0f"}]}}
          ]
        }
        """);

    private static int BinOf(ScoreRanking ranking, int at, double below, int bins, ReliabilityBinning binning)
    {
        double place = binning == ReliabilityBinning.EqualWidth
            ? ranking.Scores[at]
            : (below + ((ranking.Positives[at] + ranking.Negatives[at]) / 2)) / ranking.Total;
        return Math.Min(bins - 1, (int)(place * bins));
    }
}
