namespace CustomerInsight.Models;

/// <summary>Guards for scores with their labels: what is wrong, and in which row.</summary>
internal static class ScoreCheck
{
    public static void Scores(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights, string name = "scores")
    {
        Shapes(scores, labels, weights, name);
        for (int row = 0; row < scores.Length; row++)
        {
            if (double.IsNaN(scores[row]))
            {
                throw new ArgumentException(FormattableString.Invariant($"The score of row {row} is not a number. Leave rows out that have no score, with their labels."), name);
            }
        }
    }

    public static void Probabilities(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights, string name = "probabilities")
    {
        Shapes(probabilities, labels, weights, name);
        for (int row = 0; row < probabilities.Length; row++)
        {
            if (!(probabilities[row] >= 0 && probabilities[row] <= 1))
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {row} has no probability from 0 to 1. Turn log-odds and other scores into probabilities first, and leave rows out that have none."), name);
            }
        }
    }

    public static void Share(double share, string name)
    {
        if (!(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(name, share, "Expected a share above 0 and at most 1, such as 0.1.");
        }
    }

    private static void Shapes(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights, string name)
    {
        if (scores.Length != labels.Length || (weights.Length != 0 && weights.Length != labels.Length))
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {scores.Length} numbers in '{name}', {labels.Length} labels and {weights.Length} weights. Give one of each for each row, or no weights."), name);
        }

        for (int row = 0; row < weights.Length; row++)
        {
            if (!(weights[row] > 0) || !double.IsFinite(weights[row]))
            {
                throw new ArgumentException(FormattableString.Invariant($"The weight of row {row} is not a finite number above 0. Leave rows out that are not to count."), nameof(weights));
            }
        }
    }
}
