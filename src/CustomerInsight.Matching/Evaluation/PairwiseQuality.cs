namespace CustomerInsight.Matching;

/// <summary>How well clusters agree with the truth, counted over pairs of records.</summary>
/// <param name="TruePairs">Pairs that are one entity in truth.</param>
/// <param name="FoundPairs">Pairs that are in one cluster.</param>
/// <param name="CorrectPairs">Pairs that are both.</param>
/// <remarks><para>Source: Christen, "Data Matching", Springer 2012, section 7.3.</para></remarks>
public sealed record PairwiseQuality(long TruePairs, long FoundPairs, long CorrectPairs)
{
    /// <summary>Gets the share of the found pairs that are correct, from 0 to 1; 1 where none was found.</summary>
    public double Precision => FoundPairs == 0 ? 1 : (double)CorrectPairs / FoundPairs;

    /// <summary>Gets the share of the true pairs that were found, from 0 to 1; 1 where there is none.</summary>
    public double Recall => TruePairs == 0 ? 1 : (double)CorrectPairs / TruePairs;

    /// <summary>Gets the harmonic mean of precision and recall, from 0 to 1.</summary>
    public double F1 => FoundPairs + TruePairs == 0 ? 1 : 2.0 * CorrectPairs / (FoundPairs + TruePairs);

    /// <summary>Compares a partition with the truth.</summary>
    /// <typeparam name="TCluster">How a cluster is named.</typeparam>
    /// <typeparam name="TTruth">How an entity is named in the truth.</typeparam>
    /// <param name="records">For each record its cluster and its true entity.</param>
    /// <returns>The counts. Cost O(records), never O(pairs).</returns>
    public static PairwiseQuality Of<TCluster, TTruth>(IEnumerable<(TCluster Cluster, TTruth Truth)> records)
        where TCluster : notnull
        where TTruth : notnull
    {
        ArgumentNullException.ThrowIfNull(records);
        var overlap = new Overlap<TCluster, TTruth>(records);
        return new PairwiseQuality(overlap.Entities.Sum(Pairs), overlap.Clusters.Sum(Pairs), overlap.Meetings.Sum(static meeting => Pairs(meeting.Both)));
    }

    internal static long Pairs(long records) => records * (records - 1) / 2;
}
