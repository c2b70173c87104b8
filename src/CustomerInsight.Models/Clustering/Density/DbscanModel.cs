using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Groups as places where rows are dense. A customer belongs to the group of the nearest core within the radius, or to none.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record DbscanModel : IClusteringModel, IScaledModel
{
    private const int MostOnStack = 64;

    private readonly KdTree _tree;

    /// <summary>Makes a model from known cores.</summary>
    /// <param name="scaling">The scale on which distances are measured.</param>
    /// <param name="radius">How near, on that scale, a customer must be to a core. Finite, above 0.</param>
    /// <param name="cores">The places at the hearts of groups. At least one; the groups are numbered from 0 without a gap.</param>
    /// <exception cref="ArgumentException">Cores are not as said or have other numbers than features.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="radius"/> is not as said.</exception>
    public DbscanModel([NotNull] FeatureScaling scaling, double radius, ValueList<DbscanCore> cores)
    {
        ArgumentNullException.ThrowIfNull(scaling);
        int width = scaling.Columns.Count;
        Groups = cores.Count == 0 ? 0 : cores.Max(static core => core?.Group ?? -1) + 1;
        if (Groups == 0 || cores.Any(core => core is null || core.Group < 0 || core.Place.Count != width || !core.Place.All(double.IsFinite)) || cores.Select(static core => core.Group).Distinct().Count() != Groups)
        {
            throw new ArgumentException(FormattableString.Invariant($"There is no core, one does not have {width} finite numbers, or a group has none. Number the groups from 0 without a gap."), nameof(cores));
        }

        Scaling = scaling;
        Radius = ParameterCheck.Positive(radius, nameof(radius));
        Cores = cores;
        _tree = new KdTree([.. cores.SelectMany(static core => core.Place)], width);
    }

    /// <summary>Gets the scale on which distances are measured.</summary>
    public FeatureScaling Scaling { get; }

    /// <summary>Gets how near, on that scale, a customer must be to a core.</summary>
    public double Radius { get; }

    /// <summary>Gets the places at the hearts of groups.</summary>
    public ValueList<DbscanCore> Cores { get; }

    /// <inheritdoc/>
    public ValueList<string> Columns => Scaling.Columns;

    /// <inheritdoc/>
    public int Groups { get; }

    /// <summary>Finds the group of the nearest core within the radius; of equally near ones the first.</summary>
    /// <param name="features">The features as they were measured, one for each of <see cref="Columns"/>.</param>
    /// <returns>The group with the distance to the core; <see cref="GroupAssignment.Nobody"/> where there is no core that near, or a feature is missing or infinite.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns.</exception>
    /// <remarks>O(log cores) where features are few.</remarks>
    public GroupAssignment Assign(ReadOnlySpan<double> features)
    {
        int width = Columns.Count;
        Span<double> scaled = width <= MostOnStack ? stackalloc double[MostOnStack] : new double[width];
        scaled = scaled[..width];
        if (!Scaling.TryApply(features, scaled))
        {
            return GroupAssignment.Nobody;
        }

        Span<Neighbor> nearest = stackalloc Neighbor[1];
        _tree.Nearest(scaled, nearest);
        return nearest[0].Squared <= Radius * Radius ? new GroupAssignment(Cores[nearest[0].Number].Group, Math.Sqrt(nearest[0].Squared), 1) : GroupAssignment.Nobody;
    }

    /// <summary>Compares scale, radius and cores.</summary>
    /// <param name="other">The other model.</param>
    /// <returns>True where they assign alike.</returns>
    public bool Equals(DbscanModel? other) => other is not null && Radius == other.Radius && Scaling.Equals(other.Scaling) && Cores == other.Cores;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Radius, Scaling, Cores);

    /// <summary>Says what the model is, not its numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Groups} dense groups of {Cores.Count} cores");
}
