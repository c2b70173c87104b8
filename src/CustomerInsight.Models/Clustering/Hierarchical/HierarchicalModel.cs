using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Groups from a tree of joins; a new customer belongs to the group with the nearest centre.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record HierarchicalModel : IClusteringModel, IScaledModel, IRowAssignments
{
    private readonly double[] _centers;

    /// <summary>Makes a model from known groups.</summary>
    /// <param name="scaling">The scale on which distances are measured.</param>
    /// <param name="linkage">How the distance of two groups was measured.</param>
    /// <param name="tree">The joins.</param>
    /// <param name="rowGroups">The group of each row of the data; <see cref="GroupAssignment.None"/> for those that were left out of the tree.</param>
    /// <param name="centers">The mean of each group, on the scale. At least one.</param>
    /// <exception cref="ArgumentException">Groups, centres and tree do not fit together.</exception>
    public HierarchicalModel([NotNull] FeatureScaling scaling, Linkage linkage, [NotNull] Dendrogram tree, ValueList<int> rowGroups, ValueList<ValueList<double>> centers)
    {
        ArgumentNullException.ThrowIfNull(scaling);
        ArgumentNullException.ThrowIfNull(tree);
        if (!Enum.IsDefined(linkage) || rowGroups.Any(group => group < GroupAssignment.None || group >= centers.Count) || rowGroups.Count(static group => group >= 0) != tree.Rows)
        {
            throw new ArgumentException("The groups of the rows are others than those with centres, or not as many rows as the tree has are in one. Fit the groups again.", nameof(rowGroups));
        }

        _centers = GroupCenters.Flat(centers, scaling.Columns.Count);
        Scaling = scaling;
        Linkage = linkage;
        Tree = tree;
        RowGroups = rowGroups;
        Centers = centers;
    }

    /// <summary>Gets the scale on which distances are measured.</summary>
    public FeatureScaling Scaling { get; }

    /// <summary>Gets how the distance of two groups was measured.</summary>
    public Linkage Linkage { get; }

    /// <summary>Gets the joins, of the rows that were not left out, in their order.</summary>
    public Dendrogram Tree { get; }

    /// <summary>Gets the group of each row of the data of the fit; <see cref="GroupAssignment.None"/> for those that were left out.</summary>
    public ValueList<int> RowGroups { get; }

    /// <inheritdoc/>
    public ValueList<GroupAssignment> RowAssignments =>
        ValueList.From(RowGroups.Select(static group => group < 0 ? GroupAssignment.Nobody : new GroupAssignment(group, double.NaN, 1)));

    /// <summary>Gets the mean of each group, on the model's scale.</summary>
    public ValueList<ValueList<double>> Centers { get; }

    /// <inheritdoc/>
    public ValueList<string> Columns => Scaling.Columns;

    /// <inheritdoc/>
    public int Groups => Centers.Count;

    /// <summary>Finds the group with the nearest centre; of equally near ones the first.</summary>
    /// <param name="features">The features as they were measured, one for each of <see cref="Columns"/>.</param>
    /// <returns>The group with the distance to its centre; <see cref="GroupAssignment.Nobody"/> where a feature is missing or infinite.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns.</exception>
    public GroupAssignment Assign(ReadOnlySpan<double> features) => GroupCenters.Nearest(Scaling, _centers, features);

    /// <summary>Compares scale, tree, groups and centres.</summary>
    /// <param name="other">The other model.</param>
    /// <returns>True where they are the same.</returns>
    public bool Equals(HierarchicalModel? other) =>
        other is not null && Linkage == other.Linkage && Scaling.Equals(other.Scaling) && Tree.Equals(other.Tree) && RowGroups == other.RowGroups && Centers == other.Centers;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Linkage, Scaling, Tree, RowGroups, Centers);

    /// <summary>Says what the model is, not its numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Groups} hierarchical groups ({Linkage} linkage) of {Tree.Rows} rows");
}
