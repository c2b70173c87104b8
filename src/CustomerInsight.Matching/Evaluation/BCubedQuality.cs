namespace CustomerInsight.Matching;

/// <summary>How well clusters agree with the truth, averaged over records, so that a large cluster counts by its records and not by their pairs.</summary>
/// <param name="Records">How many records were judged.</param>
/// <param name="Precision">The mean over the records of which share of a record's cluster is its own entity, itself included, from 0 to 1; 1 where there is no record.</param>
/// <param name="Recall">The mean over the records of which share of a record's entity is in its cluster, itself included, from 0 to 1; 1 where there is no record.</param>
/// <remarks><para>Source: Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing Using the Vector Space Model", COLING-ACL 1998.</para></remarks>
public sealed record BCubedQuality(long Records, double Precision, double Recall)
{
    /// <summary>Gets the harmonic mean of precision and recall, from 0 to 1.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Compares a partition with the truth.</summary>
    /// <typeparam name="TCluster">How a cluster is named.</typeparam>
    /// <typeparam name="TTruth">How an entity is named in the truth.</typeparam>
    /// <param name="records">For each record its cluster and its true entity.</param>
    /// <returns>The quality. Cost O(records), never O(pairs); the same to the last bit for any order of the records.</returns>
    public static BCubedQuality Of<TCluster, TTruth>(IEnumerable<(TCluster Cluster, TTruth Truth)> records)
        where TCluster : notnull
        where TTruth : notnull
    {
        ArgumentNullException.ThrowIfNull(records);
        var overlap = new Overlap<TCluster, TTruth>(records);
        return overlap.Records == 0
            ? new BCubedQuality(0, 1, 1)
            : new BCubedQuality(
                overlap.Records,
                Mean(overlap.Meetings.Select(static meeting => (meeting.Cluster, meeting.Both)), overlap.Records),
                Mean(overlap.Meetings.Select(static meeting => (meeting.Entity, meeting.Both)), overlap.Records));
    }

    /// <summary>Each of the records that meet has the share both/size, so they add both²/size; whole numbers are added as long as they can be.</summary>
    private static double Mean(IEnumerable<(long Size, long Both)> meetings, long records) =>
        meetings.GroupBy(static meeting => meeting.Size).OrderBy(static size => size.Key)
            .Sum(static size => (double)size.Sum(static meeting => meeting.Both * meeting.Both) / size.Key) / records;
}
