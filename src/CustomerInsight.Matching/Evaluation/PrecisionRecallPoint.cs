namespace CustomerInsight.Matching;

/// <summary>How well pairs agree with the truth when all from one weight on count as found.</summary>
/// <param name="Weight">The weight in bits; pairs of at least this weight are found.</param>
/// <param name="Quality">The counts.</param>
public readonly record struct PrecisionRecallPoint(double Weight, PairwiseQuality Quality)
{
    /// <summary>Gets the probability that the weight stands for, from 0 to 1.</summary>
    public double Probability => MatchWeight.ToProbability(Weight);
}
