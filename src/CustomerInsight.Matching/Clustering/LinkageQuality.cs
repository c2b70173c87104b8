using System.Collections;

namespace CustomerInsight.Matching;

/// <summary>How well the clusters of a run hang together, and which links are bridges.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class LinkageQuality
{
    private readonly BitArray _bridges;

    private LinkageQuality(ValueList<ClusterQuality> clusters, BitArray bridges)
    {
        Clusters = clusters;
        _bridges = bridges;
    }

    /// <summary>Gets the clusters of two records or more, in the order of the run's clusters.</summary>
    public ValueList<ClusterQuality> Clusters { get; }

    /// <summary>Says whether a link is a bridge: the only way, of links between distinct contents, from one part of its cluster to the other.</summary>
    /// <param name="link">The link's position in the links given.</param>
    /// <returns>True for a bridge; false for a link between identical contents.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such link.</exception>
    public bool IsBridge(int link)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(link);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(link, _bridges.Count);
        return _bridges[link];
    }

    /// <summary>Measures clusters.</summary>
    /// <param name="clusters">The clusters: a partition of the records.</param>
    /// <param name="links">The links inside them.</param>
    /// <returns>The measures. Cost O(records + links).</returns>
    /// <exception cref="ArgumentException">A link joins two clusters, or a record that none holds.</exception>
    /// <remarks><para>Source: bridges after Tarjan, "A note on finding the bridges of a graph", Information Processing Letters 2(6), 1974.</para></remarks>
    public static LinkageQuality Of(IReadOnlyList<RecordCluster> clusters, IReadOnlyList<MatchLink> links)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentNullException.ThrowIfNull(links);
        int records = clusters.Sum(static cluster => cluster.Records.Count);
        int[] clusterOf = new int[records];
        for (int cluster = 0; cluster < clusters.Count; cluster++)
        {
            foreach (int record in clusters[cluster].Records)
            {
                clusterOf[record] = cluster;
            }
        }

        var contents = new NodeSets(records);
        for (int i = 0; i < links.Count; i++)
        {
            MatchLink link = links[i];
            if ((uint)link.Left >= (uint)records || (uint)link.Right >= (uint)records || clusterOf[link.Left] != clusterOf[link.Right])
            {
                throw new ArgumentException($"Link {i} does not lie inside one of the clusters. Give the links and the clusters of one run.", nameof(links));
            }

            if (link.Rule == MatchLink.IdenticalContent)
            {
                contents.Join(link.Left, link.Right);
            }
        }

        BitArray bridges = new BridgeSearch(contents, records, links).Find();
        long[] linkCounts = new long[clusters.Count];
        int[] bridgeCounts = new int[clusters.Count];
        double[] weakest = new double[clusters.Count];
        Array.Fill(weakest, double.PositiveInfinity);
        for (int i = 0; i < links.Count; i++)
        {
            if (contents.Root(links[i].Left) != contents.Root(links[i].Right))
            {
                int cluster = clusterOf[links[i].Left];
                linkCounts[cluster]++;
                bridgeCounts[cluster] += bridges[i] ? 1 : 0;
                weakest[cluster] = Math.Min(weakest[cluster], links[i].Weight);
            }
        }

        var measured = new List<ClusterQuality>();
        for (int cluster = 0; cluster < clusters.Count; cluster++)
        {
            ValueList<int> members = clusters[cluster].Records;
            if (members.Count > 1)
            {
                int distinct = members.Count(record => contents.Root(record) == record);
                measured.Add(new ClusterQuality(cluster, members.Count, distinct, linkCounts[cluster], bridgeCounts[cluster], linkCounts[cluster] == 0 ? null : weakest[cluster]));
            }
        }

        return new LinkageQuality(ValueList.From(measured), bridges);
    }
}
