using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>How many records each cluster, each true entity, and each meeting of the two holds.</summary>
internal sealed class Overlap<TCluster, TTruth>
    where TCluster : notnull
    where TTruth : notnull
{
    private readonly Dictionary<TCluster, long> _clusters = [];
    private readonly Dictionary<TTruth, long> _entities = [];
    private readonly Dictionary<(TCluster Cluster, TTruth Truth), long> _both = [];

    public Overlap(IEnumerable<(TCluster Cluster, TTruth Truth)> records)
    {
        foreach ((TCluster cluster, TTruth entity) in records)
        {
            Records++;
            Add(_clusters, cluster);
            Add(_entities, entity);
            Add(_both, (cluster, entity));
        }
    }

    public long Records { get; }

    public IEnumerable<long> Clusters => _clusters.Values;

    public IEnumerable<long> Entities => _entities.Values;

    /// <summary>Each meeting's size beside that of its cluster and that of its entity.</summary>
    public IEnumerable<(long Both, long Cluster, long Entity)> Meetings =>
        _both.Select(meeting => (meeting.Value, _clusters[meeting.Key.Cluster], _entities[meeting.Key.Truth]));

    private static void Add<TKey>(Dictionary<TKey, long> counts, TKey key)
        where TKey : notnull => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}
