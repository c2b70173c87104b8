using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How often a rule that says yes from a score on is right and wrong.</summary>
/// <param name="Threshold">From which score on it says yes; a row of just that score is a yes.</param>
/// <param name="TruePositives">The weight of the rows with the event that it says yes to; their number where rows have no weights.</param>
/// <param name="FalsePositives">Of those without the event that it says yes to.</param>
/// <param name="FalseNegatives">Of those with the event that it says no to.</param>
/// <param name="TrueNegatives">Of those without the event that it says no to.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record ConfusionTable(double Threshold, double TruePositives, double FalsePositives, double FalseNegatives, double TrueNegatives)
{
    /// <summary>Gets the share of rows that the rule is right about; not a number without rows.</summary>
    public double Accuracy => (TruePositives + TrueNegatives) / Total;

    /// <summary>Gets the share of the rows said yes to that have the event; not a number where there are none.</summary>
    public double Precision => TruePositives / (TruePositives + FalsePositives);

    /// <summary>Gets the share of the rows with the event that the rule says yes to; not a number without events.</summary>
    public double Recall => TruePositives / (TruePositives + FalseNegatives);

    /// <summary>Gets the share of the rows without the event that the rule says no to; not a number where there are none.</summary>
    public double Specificity => TrueNegatives / (TrueNegatives + FalsePositives);

    /// <summary>Gets the mean of <see cref="Recall"/> and <see cref="Specificity"/>.</summary>
    public double BalancedAccuracy => (Recall + Specificity) / 2;

    /// <summary>Gets the harmonic mean of <see cref="Precision"/> and <see cref="Recall"/>; not a number where there is neither event nor yes.</summary>
    public double F1 => 2 * TruePositives / ((2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>Gets Matthews' correlation of rule and event, from −1 to 1; 0 where the rule says the same of all rows, or all have the same label.</summary>
    /// <remarks><para>Source: Matthews, "Comparison of the predicted and observed secondary structure of T4 phage lysozyme", Biochimica et Biophysica Acta 405(2), 1975.</para></remarks>
    public double Matthews
    {
        get
        {
            // Of shares, whose product neither overflows nor loses what counts.
            double share = (TruePositives + FalsePositives) / Total;
            double rate = (TruePositives + FalseNegatives) / Total;
            double spread = Math.Sqrt(share * (1 - share) * rate * (1 - rate));
            return spread > 0 ? ((TruePositives / Total) - (share * rate)) / spread : Total > 0 ? 0 : double.NaN;
        }
    }

    private double Total => TruePositives + FalsePositives + FalseNegatives + TrueNegatives;

    /// <summary>Counts at one threshold.</summary>
    /// <param name="scores">The scores, none of them NaN.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="threshold">From which score on the rule says yes. Not NaN.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <remarks>Of weighted rows the sums are the same for any order of the rows but for rounding; counts are the same.</remarks>
    public static ConfusionTable At(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, double threshold, ReadOnlySpan<double> weights = default)
    {
        ScoreCheck.Scores(scores, labels, weights);
        if (double.IsNaN(threshold))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "Expected a number.");
        }

        double[] sums = new double[4];
        for (int row = 0; row < scores.Length; row++)
        {
            sums[(scores[row] >= threshold ? 0 : 2) + (labels[row] ? 0 : 1)] += weights.IsEmpty ? 1 : weights[row];
        }

        return new ConfusionTable(threshold, sums[0], sums[1], sums[2], sums[3]);
    }

    internal static ConfusionTable At(ScoreRanking ranking, double threshold)
    {
        double positives = 0;
        double negatives = 0;
        for (int i = 0; i < ranking.Count && ranking.Scores[i] >= threshold; i++)
        {
            positives += ranking.Positives[i];
            negatives += ranking.Negatives[i];
        }

        return new ConfusionTable(threshold, positives, negatives, ranking.TotalPositives - positives, ranking.TotalNegatives - negatives);
    }

    /// <summary>Writes the table for a person.</summary>
    /// <returns>One line of counts, one of measures.</returns>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"at {Threshold:0.####}: {TruePositives:#,0.##} right and {FalsePositives:#,0.##} wrong yes, {TrueNegatives:#,0.##} right and {FalseNegatives:#,0.##} wrong no{Environment.NewLine}precision {Precision:0.000}, recall {Recall:0.000}, F1 {F1:0.000}, accuracy {Accuracy:0.000}, Matthews {Matthews:0.000}{Environment.NewLine}");
}
