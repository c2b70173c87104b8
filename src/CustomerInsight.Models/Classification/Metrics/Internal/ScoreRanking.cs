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

    /// <summary>Gets whether rows count by weights of their own, so that there are no whole rows to round to.</summary>
    public bool IsWeighted { get; private init; }

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

    private static ScoreRanking OfChecked(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights) =>
        weights.IsEmpty ? OfCounts(scores, labels) : OfWeights(scores, labels, weights);

    /// <summary>Where each row counts once the labels are sorted apart, which is faster than to sort rows, and then gone through together.</summary>
    private static ScoreRanking OfCounts(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        double[] sorted = GC.AllocateUninitializedArray<double>(scores.Length);
        int count = 0;
        int rest = sorted.Length;
        for (int row = 0; row < scores.Length; row++)
        {
            sorted[labels[row] ? count++ : --rest] = scores[row];
        }

        ReadOnlySpan<double> with = Sort(sorted.AsSpan(0, count));
        ReadOnlySpan<double> without = Sort(sorted.AsSpan(count));
        var values = new List<double>();
        var positives = new List<double>();
        var negatives = new List<double>();
        int i = with.Length - 1;
        int j = without.Length - 1;
        while (i >= 0 || j >= 0)
        {
            double score = i >= 0 && (j < 0 || with[i] >= without[j]) ? with[i] : without[j];
            int ofBoth = i + j;
            int own = i;
            while (i >= 0 && with[i] == score)
            {
                i--;
            }

            while (j >= 0 && without[j] == score)
            {
                j--;
            }

            values.Add(score + 0.0);
            positives.Add(own - i);
            negatives.Add(ofBoth - i - j - (own - i));
        }

        return new ScoreRanking([.. values], [.. positives], [.. negatives], scores.Length);
    }

    private static Span<double> Sort(Span<double> values)
    {
        PositiveSort.SortSigned(values);
        return values;
    }

    private static ScoreRanking OfWeights(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights)
    {
        double[] keys = scores.ToArray();
        double[] signed = new double[keys.Length];
        for (int row = 0; row < signed.Length; row++)
        {
            signed[row] = labels[row] ? weights[row] : -weights[row];
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
            tied.Sort();
            foreach (double weight in tied)
            {
                positives[at] += Math.Max(weight, 0);
                negatives[at] += Math.Max(-weight, 0);
            }

            values[at] = keys[from] + 0.0;
            from = to;
        }

        return new ScoreRanking(values, positives, negatives, keys.Length) { IsWeighted = true };
    }
}
