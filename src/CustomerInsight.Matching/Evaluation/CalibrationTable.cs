namespace CustomerInsight.Matching;

/// <summary>Whether stated probabilities hold: of the pairs said to be matches with probability .95, about 95 in 100 should be.</summary>
/// <param name="Rows">The rows by rising probability.</param>
/// <param name="BrierScore">The mean squared difference between a pair's probability and the truth (1 or 0), from 0 to 1; lower is better; 0 without pairs.</param>
/// <param name="CalibrationError">The mean over the pairs of how far the stated mean of a row is from its observed share, from 0 to 1; 0 without pairs.</param>
/// <remarks>
/// <para>Sources: Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78(1), 1950; the calibration error
/// as in Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015.</para>
/// </remarks>
public sealed record CalibrationTable(ValueList<CalibrationRow> Rows, double BrierScore, double CalibrationError)
{
    private const double Level = 0.95;

    private static readonly double[] Edges = [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 1];

    /// <summary>Makes the table from the scored pairs of known truth.</summary>
    /// <param name="curve">The pairs.</param>
    /// <param name="edges">Where rows begin and end, rising from 0 to 1; null for rows that are narrow near 0 and 1, where most pairs are.</param>
    /// <returns>The table; rows may be empty. Cost O(n).</returns>
    /// <exception cref="ArgumentException">The edges do not rise from 0 to 1.</exception>
    public static CalibrationTable Of(PrecisionRecallCurve curve, IReadOnlyList<double>? edges = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        double[] from = [.. edges ?? Edges];
        if (from.Length < 2 || from[0] != 0 || from[^1] != 1 || Enumerable.Range(1, from.Length - 1).Any(i => !(from[i] > from[i - 1])))
        {
            throw new ArgumentException("The edges of the rows must rise from 0 to 1.", nameof(edges));
        }

        long[] pairs = new long[from.Length - 1];
        long[] correct = new long[pairs.Length];
        double[] stated = new double[pairs.Length];
        double squares = 0;
        foreach (WeighedPairs weighed in curve.Weighed())
        {
            double probability = MatchWeight.ToProbability(weighed.Weight);
            int row = Math.Min(Row(from, probability), pairs.Length - 1);
            pairs[row] += weighed.Pairs;
            correct[row] += weighed.TruePairs;
            stated[row] += probability * weighed.Pairs;
            squares += (weighed.TruePairs * (1 - probability) * (1 - probability)) + ((weighed.Pairs - weighed.TruePairs) * probability * probability);
        }

        long all = Math.Max(pairs.Sum(), 1);
        return new CalibrationTable(
            ValueList.From(pairs.Select((count, i) => new CalibrationRow(from[i], from[i + 1], count, stated[i] / count, IntervalEstimate.OfCounts(correct[i], count, Level)))),
            squares / all,
            pairs.Select((_, i) => Math.Abs(stated[i] - correct[i])).Sum() / all);
    }

    /// <summary>The row that holds a probability: the last that begins at or below it.</summary>
    private static int Row(double[] from, double probability) => Array.BinarySearch(from, probability) is >= 0 and int exact ? exact : ~Array.BinarySearch(from, probability) - 1;
}
