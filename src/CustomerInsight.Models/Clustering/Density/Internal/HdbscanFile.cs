namespace CustomerInsight.Models;

internal sealed class HdbscanFile
{
    public required FeatureScaleFile[] Features { get; init; }

    public required int MinimumNeighbors { get; init; }

    public required HdbscanClusterEntry[] Clusters { get; init; }

    public required double[][] Points { get; init; }

    public required double[] CoreDistances { get; init; }

    public required int[] PointClusters { get; init; }

    public required double[] Densities { get; init; }

    public required int[] Places { get; init; }

    public static HdbscanFile From(HdbscanModel model) => new()
    {
        Features = FeatureScaleFile.From(model.Scaling),
        MinimumNeighbors = model.MinimumNeighbors,
        Clusters = [.. model.Clusters.Select(HdbscanClusterEntry.From)],
        Points = [.. model.Points.Select(static point => point.Place.ToArray())],
        CoreDistances = [.. model.Points.Select(static point => point.CoreDistance)],
        PointClusters = [.. model.Points.Select(static point => point.Cluster)],
        Densities = [.. model.Points.Select(static point => point.Density)],
        Places = [.. model.Places],
    };

    public HdbscanModel ToModel()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Clusters);
        ArgumentNullException.ThrowIfNull(Points);
        ArgumentNullException.ThrowIfNull(CoreDistances);
        ArgumentNullException.ThrowIfNull(PointClusters);
        ArgumentNullException.ThrowIfNull(Densities);
        return CoreDistances.Length == Points.Length && PointClusters.Length == Points.Length && Densities.Length == Points.Length
            ? new HdbscanModel(
                FeatureScaleFile.ToScaling(Features),
                MinimumNeighbors,
                ValueList.From(Clusters.Select(static cluster => (cluster ?? throw new ArgumentException("A candidate group is missing.", nameof(Clusters))).ToCluster())),
                ValueList.From(Points.Select((place, point) => new HdbscanPoint(ValueList.Create<double>(place), CoreDistances[point], PointClusters[point], Densities[point]))),
                ValueList.Create<int>(Places))
            : throw new ArgumentException("There are more or fewer points than distances or densities.", nameof(Points));
    }
}
