namespace CustomerInsight.Matching;

/// <summary>Puts contents into clusters. A port: a host may bring its own.</summary>
/// <remarks>Implementations are pure, deterministic, and independent of the order of the pairs.</remarks>
public interface IClusterer
{
    /// <summary>Puts contents into clusters.</summary>
    /// <param name="problem">The contents, the pairs and the constraints.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The partition. A cluster over <see cref="ClusterProblem.LargestCluster"/> will be quarantined by the caller.</returns>
    /// <exception cref="ArgumentException">The problem names contents that are not there.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    Clustering Cluster(ClusterProblem problem, CancellationToken cancellationToken);
}
