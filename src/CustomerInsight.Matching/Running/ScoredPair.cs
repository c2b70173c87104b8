namespace CustomerInsight.Matching;

/// <summary>Two distinct contents that were compared. Each stands by the first of the records that say it.</summary>
/// <param name="Left">One record's position in the run's records; the lower of the two.</param>
/// <param name="Right">The other's.</param>
/// <param name="Weight">The match weight in bits.</param>
/// <param name="Rule">The blocking rule that brought the two together.</param>
public readonly record struct ScoredPair(int Left, int Right, double Weight, string Rule)
{
    /// <summary>Gets the probability that the two are one entity, from 0 to 1.</summary>
    public double Probability => MatchWeight.ToProbability(Weight);
}
