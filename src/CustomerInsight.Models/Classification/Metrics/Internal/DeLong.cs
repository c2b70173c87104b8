namespace CustomerInsight.Models;

/// <summary>How often each row wins against those of the other label, from which the variance of the area under the ROC curve follows.</summary>
/// <remarks><para>Source: DeLong, DeLong, Clarke-Pearson, "Comparing the areas under two or more correlated receiver operating characteristic curves", Biometrics 44(3), 1988;
/// by ranks as in Sun, Xu, "Fast implementation of DeLong's algorithm", IEEE Signal Processing Letters 21(11), 2014.</para></remarks>
internal sealed class DeLong
{
    private DeLong(double[] ofPositives, double[] ofNegatives)
    {
        OfPositives = ofPositives;
        OfNegatives = ofNegatives;
        Area = ofPositives.Sum() / ofPositives.Length;
    }

    /// <summary>For each row with the event the share of those without that it beats, in the order of the rows.</summary>
    public double[] OfPositives { get; }

    /// <summary>For each row without the event the share of those with that beat it.</summary>
    public double[] OfNegatives { get; }

    public double Area { get; }

    /// <summary>Null where a label has no rows.</summary>
    public static DeLong? Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        double[] keys = scores.ToArray();
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        int positives = 0;
        foreach (bool label in labels)
        {
            positives += label ? 1 : 0;
        }

        int negatives = labels.Length - positives;
        if (positives == 0 || negatives == 0)
        {
            return null;
        }

        double[] shares = new double[keys.Length];
        int positivesBelow = 0;
        int negativesBelow = 0;
        for (int from = 0, to; from < keys.Length; from = to)
        {
            int positivesHere = 0;
            for (to = from; to < keys.Length && keys[to] == keys[from]; to++)
            {
                positivesHere += labels[order[to]] ? 1 : 0;
            }

            int negativesHere = to - from - positivesHere;
            for (int at = from; at < to; at++)
            {
                shares[order[at]] = labels[order[at]]
                    ? (negativesBelow + (0.5 * negativesHere)) / negatives
                    : (positives - positivesBelow - (0.5 * positivesHere)) / positives;
            }

            positivesBelow += positivesHere;
            negativesBelow += negativesHere;
        }

        return Split(shares, labels, positives);
    }

    /// <summary>The variance of the area of one score, each row counting once; not a number for fewer than two rows of a label.</summary>
    public static double Variance(ScoreRanking ranking, double area)
    {
        double ofPositives = 0;
        double ofNegatives = 0;
        double positivesAbove = 0;
        double negativesBelow = ranking.TotalNegatives;
        for (int i = 0; i < ranking.Count; i++)
        {
            negativesBelow -= ranking.Negatives[i];
            double beaten = ((negativesBelow + (0.5 * ranking.Negatives[i])) / ranking.TotalNegatives) - area;
            double beatenBy = ((positivesAbove + (0.5 * ranking.Positives[i])) / ranking.TotalPositives) - area;
            ofPositives += ranking.Positives[i] == 0 ? 0 : ranking.Positives[i] * beaten * beaten;
            ofNegatives += ranking.Negatives[i] == 0 ? 0 : ranking.Negatives[i] * beatenBy * beatenBy;
            positivesAbove += ranking.Positives[i];
        }

        return ranking.TotalPositives > 1 && ranking.TotalNegatives > 1
            ? (ofPositives / (ranking.TotalPositives - 1) / ranking.TotalPositives) + (ofNegatives / (ranking.TotalNegatives - 1) / ranking.TotalNegatives)
            : double.NaN;
    }

    /// <summary>The covariance of the areas of two scores of the same rows.</summary>
    public static double Covariance(DeLong first, DeLong second) =>
        Part(first.OfPositives, first.Area, second.OfPositives, second.Area) + Part(first.OfNegatives, first.Area, second.OfNegatives, second.Area);

    private static DeLong Split(double[] shares, ReadOnlySpan<bool> labels, int positives)
    {
        double[] ofPositives = new double[positives];
        double[] ofNegatives = new double[labels.Length - positives];
        int nextPositive = 0;
        int nextNegative = 0;
        for (int row = 0; row < shares.Length; row++)
        {
            if (labels[row])
            {
                ofPositives[nextPositive++] = shares[row];
            }
            else
            {
                ofNegatives[nextNegative++] = shares[row];
            }
        }

        return new DeLong(ofPositives, ofNegatives);
    }

    private static double Part(double[] first, double firstMean, double[] second, double secondMean)
    {
        double sum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            sum += (first[i] - firstMean) * (second[i] - secondMean);
        }

        return first.Length > 1 ? sum / (first.Length - 1) / first.Length : double.NaN;
    }
}
