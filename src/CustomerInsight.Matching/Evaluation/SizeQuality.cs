namespace CustomerInsight.Matching;

/// <summary>How well clusters and entities of one size agree.</summary>
/// <param name="Size">How many records they hold.</param>
/// <param name="Clusters">How many clusters have this size.</param>
/// <param name="FoundPairs">How many pairs those clusters hold.</param>
/// <param name="CorrectFoundPairs">How many of these pairs are one entity in truth: precision at this size.</param>
/// <param name="Entities">How many true entities have this size.</param>
/// <param name="TruePairs">How many pairs those entities hold.</param>
/// <param name="FoundTruePairs">How many of these pairs are in one cluster: recall at this size.</param>
/// <param name="Exact">How many of the clusters are exactly one whole entity.</param>
public readonly record struct SizeQuality(int Size, long Clusters, long FoundPairs, long CorrectFoundPairs, long Entities, long TruePairs, long FoundTruePairs, long Exact)
{
    /// <summary>Gets the share of the found pairs that are correct, from 0 to 1; 1 where there is none.</summary>
    public double Precision => FoundPairs == 0 ? 1 : (double)CorrectFoundPairs / FoundPairs;

    /// <summary>Gets the share of the true pairs that were found, from 0 to 1; 1 where there is none.</summary>
    public double Recall => TruePairs == 0 ? 1 : (double)FoundTruePairs / TruePairs;

    /// <summary>Compares a partition with the truth, size by size.</summary>
    /// <typeparam name="TCluster">How a cluster is named.</typeparam>
    /// <typeparam name="TTruth">How an entity is named in the truth.</typeparam>
    /// <param name="records">For each record its cluster and its true entity.</param>
    /// <returns>A row for each size that there is, by rising size. Cost O(records).</returns>
    public static ValueList<SizeQuality> Of<TCluster, TTruth>(IEnumerable<(TCluster Cluster, TTruth Truth)> records)
        where TCluster : notnull
        where TTruth : notnull
    {
        ArgumentNullException.ThrowIfNull(records);
        var overlap = new Overlap<TCluster, TTruth>(records);
        var rows = new SortedDictionary<long, SizeQuality>();
        foreach (long size in overlap.Clusters)
        {
            rows[size] = Row(size) with { Clusters = Row(size).Clusters + 1, FoundPairs = Row(size).FoundPairs + PairwiseQuality.Pairs(size) };
        }

        foreach (long size in overlap.Entities)
        {
            rows[size] = Row(size) with { Entities = Row(size).Entities + 1, TruePairs = Row(size).TruePairs + PairwiseQuality.Pairs(size) };
        }

        foreach ((long both, long cluster, long entity) in overlap.Meetings)
        {
            rows[cluster] = Row(cluster) with { CorrectFoundPairs = Row(cluster).CorrectFoundPairs + PairwiseQuality.Pairs(both), Exact = Row(cluster).Exact + (both == cluster && both == entity ? 1 : 0) };
            rows[entity] = Row(entity) with { FoundTruePairs = Row(entity).FoundTruePairs + PairwiseQuality.Pairs(both) };
        }

        return ValueList.From(rows.Values);

        SizeQuality Row(long size) => rows.TryGetValue(size, out SizeQuality row) ? row : new SizeQuality((int)size, 0, 0, 0, 0, 0, 0, 0);
    }
}
