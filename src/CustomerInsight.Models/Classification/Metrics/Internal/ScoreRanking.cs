namespace CustomerInsight.Models;

/// <summary>The distinct scores of rows, the highest first, with how much of each label is at each.</summary>
/// <remarks>Sums run along the scores, and among equal ones along labels and weights, so that they are the same for any order of the rows.</remarks>
internal sealed class ScoreRanking
{
    private ScoreRanking(double[] scores, double[] positives, double[] negatives, int rows)
    {
        Scores = scores;
        Positives = positives;
        Negatives = negatives;
        Rows = rows;
        for (int i = 0; i < scores.Length; i++)
        {
            TotalPositives += positives[i];
            TotalNegatives += negatives[i];
        }
    }

    public double[] Scores { get; }

    /// <summary>The weight of the rows with the event at each score.</summary>
    public double[] Positives { get; }

    /// <summary>The weight of those without.</summary>
    public double[] Negatives { get; }

    public int Count => Scores.Length;

    public int Rows { get; }

    public double TotalPositives { get; }

    public double TotalNegatives { get; }

    public double Total => TotalPositives + TotalNegatives;

    public bool HasBoth => TotalPositives > 0 && TotalNegatives > 0;

    public static ScoreRanking Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights, string name = "scores")
    {
        ScoreCheck.Scores(scores, labels, weights, name);
        return OfChecked(scores, labels, weights);
    }

    public static ScoreRanking OfProbabilities(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights)
    {
        ScoreCheck.Probabilities(probabilities, labels, weights);
        return OfChecked(probabilities, labels, weights);
    }

    private static ScoreRanking OfChecked(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights)
    {
        double[] keys = scores.ToArray();
        double[] signed = new double[keys.Length];
        for (int row = 0; row < signed.Length; row++)
        {
            double weight = weights.IsEmpty ? 1 : weights[row];
            signed[row] = labels[row] ? weight : -weight;
        }

        Array.Sort(keys, signed);
        int distinct = 0;
        for (int row = 0; row < keys.Length; row++)
        {
            distinct += row == 0 || keys[row] != keys[row - 1] ? 1 : 0;
        }

        double[] values = new double[distinct];
        double[] positives = new double[distinct];
        double[] negatives = new double[distinct];
        int from = 0;
        for (int at = distinct - 1; at >= 0; at--)
        {
            int to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
            {
                to++;
            }

            Span<double> tied = signed.AsSpan(from, to - from);
            if (!weights.IsEmpty)
            {
                tied.Sort();
            }

            foreach (double weight in tied)
            {
                positives[at] += Math.Max(weight, 0);
                negatives[at] += Math.Max(-weight, 0);
            }

            values[at] = keys[from] + 0.0;
            from = to;
        }

        return new ScoreRanking(values, positives, negatives, keys.Length);
    }
}
