namespace CustomerInsight.Matching;

/// <summary>How well a run's matching agrees with the truth, from blocking to clusters.</summary>
/// <param name="Records">How many of the run's records the truth names; the others are left out of every number here.</param>
/// <param name="TruePairs">How many pairs of those records are one entity in truth.</param>
/// <param name="ComparedTruePairs">How many of the true pairs were compared; those that say the same count as compared.</param>
/// <param name="Edges">Precision and recall of the scored pairs at every threshold, before clustering.</param>
/// <param name="Clusters">Pairs of records in one cluster.</param>
/// <param name="BCubed">The same, averaged over records.</param>
/// <param name="Sizes">The same pairs by the size of the cluster and of the entity: where precision and recall are lost.</param>
/// <param name="LargestCluster">How many records the largest cluster holds.</param>
public sealed record MatchEvaluation(
    long Records,
    long TruePairs,
    long ComparedTruePairs,
    PrecisionRecallCurve Edges,
    PairwiseQuality Clusters,
    BCubedQuality BCubed,
    ValueList<SizeQuality> Sizes,
    int LargestCluster)
{
    /// <summary>Gets the share of the true pairs that were compared, from 0 to 1: what no threshold can exceed; 1 where there is no true pair.</summary>
    public double BlockingRecall => TruePairs == 0 ? 1 : (double)ComparedTruePairs / TruePairs;

    /// <summary>Gets whether the stated probabilities of the scored pairs hold.</summary>
    public CalibrationTable Calibration => CalibrationTable.Of(Edges);

    /// <summary>Measures a run.</summary>
    /// <param name="result">What matching found.</param>
    /// <param name="clusters">The run's clusters.</param>
    /// <param name="truth">A record's true entity, or null where it is not known. Called once for each record.</param>
    /// <returns>The measures. Cost O(records + true pairs + kept pairs · log), and building the blocks once more.</returns>
    public static MatchEvaluation Of(MatchResult result, IReadOnlyList<RecordCluster> clusters, Func<RecordKey, string?> truth)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentNullException.ThrowIfNull(truth);
        var truths = NodeTruths.Of(result, truth);
        (int Cluster, int Truth)[] known =
        [
            .. clusters.SelectMany(static (cluster, i) => cluster.Records.Select(record => (Cluster: i, Record: record)))
                .Where(member => truths.Entity(member.Record) >= 0)
                .Select(member => (member.Cluster, truths.Entity(member.Record))),
        ];
        var quality = PairwiseQuality.Of(known);
        return new MatchEvaluation(
            known.Length,
            quality.TruePairs,
            truths.ComparedTruePairs(result),
            PrecisionRecallCurve.Of(truths.Weighed(result), quality.TruePairs),
            quality,
            BCubedQuality.Of(known),
            SizeQuality.Of(known),
            clusters.Select(static cluster => cluster.Records.Count).Append(0).Max());
    }
}
