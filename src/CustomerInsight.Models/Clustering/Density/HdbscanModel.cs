using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Groups chosen from a tree of densities, with how strongly each row belongs to its group.</summary>
/// <remarks>The distance of an assignment is that to the row by which it was found; of a row of the fit there is none.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record HdbscanModel : IClusteringModel, IScaledModel, IRowAssignments
{
    private const int MostOnStack = 64;

    private readonly KdTree _tree;

    /// <summary>By candidate, the group it or one above it was chosen as, and by group the candidate.</summary>
    private readonly int[] _groups;
    private readonly int[] _chosen;

    /// <summary>Makes a model from a known tree.</summary>
    /// <param name="scaling">The scale on which distances are measured.</param>
    /// <param name="minimumNeighbors">By how many neighbours density is measured. At least 1.</param>
    /// <param name="clusters">The candidates, each after its parent; the groups are numbered from 0 without a gap.</param>
    /// <param name="points">The rows that the groups were found among: at least <paramref name="minimumNeighbors"/>.</param>
    /// <param name="places">By row of the data, its number among the points; −1 for one that was left out.</param>
    /// <exception cref="ArgumentException">The parts do not fit together.</exception>
    public HdbscanModel([NotNull] FeatureScaling scaling, int minimumNeighbors, ValueList<HdbscanCluster> clusters, ValueList<HdbscanPoint> points, ValueList<int> places)
    {
        ArgumentNullException.ThrowIfNull(scaling);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minimumNeighbors);
        HdbscanCheck.Tree(clusters);
        HdbscanCheck.Points(points, scaling.Columns.Count, clusters.Count, minimumNeighbors);
        HdbscanCheck.Places(places, points.Count);
        Scaling = scaling;
        MinimumNeighbors = minimumNeighbors;
        Clusters = clusters;
        Points = points;
        Places = places;
        Groups = clusters.Max(static cluster => cluster.Group) + 1;
        _tree = new KdTree([.. points.SelectMany(static point => point.Place)], scaling.Columns.Count);
        _groups = new int[clusters.Count];
        _chosen = new int[Groups];
        for (int cluster = 0; cluster < _groups.Length; cluster++)
        {
            HdbscanCluster own = clusters[cluster];
            _groups[cluster] = own.Group >= 0 ? own.Group : own.Parent < 0 ? GroupAssignment.None : _groups[own.Parent];
            if (own.Group >= 0)
            {
                _chosen[own.Group] = cluster;
            }
        }

        RowAssignments = ValueList.From(places.Select(place => place < 0 ? GroupAssignment.Nobody : In(points[place].Cluster, points[place].Density, double.NaN)));
    }

    /// <summary>Gets the scale on which distances are measured.</summary>
    public FeatureScaling Scaling { get; }

    /// <summary>Gets by how many neighbours density is measured.</summary>
    public int MinimumNeighbors { get; }

    /// <summary>Gets the candidates of the condensed tree, each after its parent.</summary>
    public ValueList<HdbscanCluster> Clusters { get; }

    /// <summary>Gets the rows that the groups were found among.</summary>
    public ValueList<HdbscanPoint> Points { get; }

    /// <summary>Gets, by row of the data, its number among the points; −1 for one that was left out.</summary>
    public ValueList<int> Places { get; }

    /// <inheritdoc/>
    public ValueList<GroupAssignment> RowAssignments { get; }

    /// <inheritdoc/>
    public ValueList<string> Columns => Scaling.Columns;

    /// <inheritdoc/>
    public int Groups { get; }

    /// <summary>Finds the group that a new customer would come nearest to belong to, the tree left as it is.</summary>
    /// <param name="features">The features as they were measured, one for each of <see cref="Columns"/>.</param>
    /// <returns>
    /// The group; as distance that to the row of the fit by which it was found, as membership the strength in (0, 1]. <see cref="GroupAssignment.Nobody"/> for noise, or where a
    /// feature is missing or infinite.
    /// </returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns.</exception>
    /// <remarks>An approximation: a row of the fit may be assigned otherwise than in <see cref="RowAssignments"/>. O(log rows) where features are few.</remarks>
    public GroupAssignment Assign(ReadOnlySpan<double> features)
    {
        int width = Columns.Count;
        Span<double> scaled = width <= MostOnStack ? stackalloc double[MostOnStack] : new double[width];
        scaled = scaled[..width];
        if (!Scaling.TryApply(features, scaled))
        {
            return GroupAssignment.Nobody;
        }

        Span<Neighbor> near = new Neighbor[Math.Min(2 * MinimumNeighbors, Points.Count)];
        _tree.Nearest(scaled, near);
        double core = Math.Sqrt(near[MinimumNeighbors - 1].Squared);
        Neighbor nearest = near[0];
        double least = double.PositiveInfinity;
        foreach (Neighbor neighbor in near)
        {
            double reach = Math.Max(Math.Max(core, Points[neighbor.Number].CoreDistance), Math.Sqrt(neighbor.Squared));
            if (reach < least)
            {
                (nearest, least) = (neighbor, reach);
            }
        }

        HdbscanPoint point = Points[nearest.Number];
        double density = least > 0 ? 1 / least : point.Density;
        int cluster = point.Cluster;
        while (cluster > 0 && Clusters[cluster].Birth >= density)
        {
            cluster = Clusters[cluster].Parent;
        }

        return In(cluster, density, Math.Sqrt(nearest.Squared));
    }

    /// <summary>Compares scale, tree and points.</summary>
    /// <param name="other">The other model.</param>
    /// <returns>True where they assign alike.</returns>
    public bool Equals(HdbscanModel? other) =>
        other is not null && MinimumNeighbors == other.MinimumNeighbors && Scaling.Equals(other.Scaling) && Clusters == other.Clusters && Points == other.Points && Places == other.Places;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MinimumNeighbors, Scaling, Clusters, Points, Places);

    /// <summary>Says what the model is, not its numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Groups} dense groups chosen from {Clusters.Count} candidates of {Points.Count} rows");

    private GroupAssignment In(int cluster, double density, double distance)
    {
        int group = _groups[cluster];
        if (group < 0)
        {
            return GroupAssignment.Nobody;
        }

        double death = Clusters[_chosen[group]].Death;
        return new GroupAssignment(group, distance, death > 0 ? Math.Min(1, density / death) : 1);
    }
}
