namespace CustomerInsight.Matching;

/// <summary>Turns match weights into probabilities and back.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class MatchWeight
{
    /// <summary>The probability that a weight stands for.</summary>
    /// <param name="weight">The weight in bits: log2 of the odds.</param>
    /// <returns>1/(1 + 2^−weight), from 0 to 1.</returns>
    public static double ToProbability(double weight) => 1 / (1 + Math.Pow(2, -weight));

    /// <summary>The weight that a probability stands for.</summary>
    /// <param name="probability">From 0 to 1.</param>
    /// <returns>log2(p/(1 − p)); infinite at 0 and at 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside [0, 1] or not a number.</exception>
    public static double OfProbability(double probability) => probability is >= 0 and <= 1
        ? Math.Log2(probability / (1 - probability))
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is from 0 to 1.");
}
