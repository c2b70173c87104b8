namespace CustomerInsight.Matching;

/// <summary>How well a cluster hangs together.</summary>
/// <param name="Cluster">The cluster's position in the run's clusters.</param>
/// <param name="Records">How many records it holds.</param>
/// <param name="Contents">How many distinct contents they have; those joined by identical content count as one.</param>
/// <param name="Links">How many links there are between its contents.</param>
/// <param name="Bridges">How many of them are bridges: without one of these the cluster would fall apart.</param>
/// <param name="WeakestLink">The match weight in bits of its lightest link, or null where it has one content.</param>
/// <remarks>Many bridges, or a low density in a large cluster, are what a wrong merge looks like: review these first.</remarks>
public readonly record struct ClusterQuality(int Cluster, int Records, int Contents, long Links, int Bridges, double? WeakestLink)
{
    /// <summary>Gets the share of the pairs of contents that are linked, from 0 to 1; 1 where there is one content.</summary>
    public double Density => DensityOf(Contents, Links);

    /// <summary>The share of the pairs of some contents that are linked.</summary>
    internal static double DensityOf(int contents, long links) => contents < 2 ? 1 : links / ((double)contents * (contents - 1) / 2);
}
