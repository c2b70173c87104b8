namespace CustomerInsight.Matching;

/// <summary>A profile that a search found.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Record">Its record that is most like what was searched for.</param>
/// <param name="Weight">That record's match weight in bits.</param>
/// <param name="Evidence">Why.</param>
public sealed record SearchHit(Profile Profile, RecordKey Record, double Weight, PairEvidence Evidence)
{
    /// <summary>Gets the probability that the two are one entity, from 0 to 1.</summary>
    public double Probability => MatchWeight.ToProbability(Weight);
}
