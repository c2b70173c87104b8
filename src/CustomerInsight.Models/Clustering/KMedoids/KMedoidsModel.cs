using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Groups around medoids, each a row of the data that stands for its group: a customer belongs to the group whose medoid is nearest.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record KMedoidsModel : IClusteringModel, IScaledModel
{
    /// <summary>Makes a model from known medoids.</summary>
    /// <param name="scaling">The scale on which distances are measured.</param>
    /// <param name="distance">How far apart two rows are on it.</param>
    /// <param name="scaledMedoids">The medoids on that scale, one after the other, each with a finite number for every feature. At least one.</param>
    /// <param name="rows">The number of the row in the data of the fit that each medoid is. At least 0.</param>
    /// <param name="sizes">How many rows each group had in the fit. At least 0.</param>
    /// <param name="totalDistance">The sum of the distances of these rows to their medoid. At least 0, finite.</param>
    /// <exception cref="ArgumentException">Medoids, rows, sizes or distances are not as said.</exception>
    public KMedoidsModel(FeatureScaling scaling, FeatureDistance distance, ValueList<double> scaledMedoids, ValueList<int> rows, ValueList<int> sizes, double totalDistance)
    {
        ArgumentNullException.ThrowIfNull(scaling);
        int width = scaling.Columns.Count;
        if (sizes.Count == 0 || rows.Count != sizes.Count || scaledMedoids.Count != sizes.Count * width)
        {
            throw new ArgumentException(FormattableString.Invariant($"{scaledMedoids.Count} numbers and {rows.Count} rows are no {sizes.Count} medoids of {width} features. Give every medoid a row and a number for each feature, and at least one medoid."), nameof(scaledMedoids));
        }

        if (scaledMedoids.AsSpan().IndexOfAnyExceptInRange(-FeatureRows.Largest, FeatureRows.Largest) >= 0 || sizes.Concat(rows).Any(static number => number < 0) || !Enum.IsDefined(distance))
        {
            throw new ArgumentException("A medoid has a number that is missing, infinite or above 1e150 in size, a row or a size below 0, or the distance is none that is known.", nameof(scaledMedoids));
        }

        Scaling = scaling;
        Distance = distance;
        ScaledMedoids = scaledMedoids;
        MedoidRows = rows;
        Sizes = sizes;
        TotalDistance = ParameterCheck.NotNegative(totalDistance, nameof(totalDistance));
    }

    /// <summary>Gets the scale on which distances are measured.</summary>
    public FeatureScaling Scaling { get; }

    /// <summary>Gets how far apart two rows are on it.</summary>
    public FeatureDistance Distance { get; }

    /// <summary>Gets the medoids on the scale, one after the other.</summary>
    public ValueList<double> ScaledMedoids { get; }

    /// <summary>Gets the number of the row in the data of the fit that each medoid is: the customer who is most typical of the group.</summary>
    public ValueList<int> MedoidRows { get; }

    /// <summary>Gets how many rows each group had in the fit.</summary>
    public ValueList<int> Sizes { get; }

    /// <summary>Gets the sum of the distances of the rows of the fit to their medoid, on the model's scale.</summary>
    public double TotalDistance { get; }

    /// <inheritdoc/>
    public ValueList<string> Columns => Scaling.Columns;

    /// <inheritdoc/>
    public int Groups => Sizes.Count;

    /// <summary>Gives the medoid of a group in the units of the data.</summary>
    /// <param name="group">From 0 to <see cref="Groups"/> − 1.</param>
    /// <returns>A number for each feature, up to rounding those of its row.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="group"/> is outside that range.</exception>
    public ValueList<double> Medoid(int group) => Scaling.UndoRow(ScaledMedoids.AsSpan(), group, nameof(group));

    /// <inheritdoc/>
    /// <remarks>Time: groups × features. The row of a fit gets the group it had in the fit.</remarks>
    public GroupAssignment Assign(ReadOnlySpan<double> features)
    {
        Span<double> scaled = features.Length <= 64 ? stackalloc double[features.Length] : new double[features.Length];
        Scaling.Apply(features, scaled);
        (int nearest, double least) = (GroupAssignment.None, double.PositiveInfinity);
        for (int group = 0; group < Groups; group++)
        {
            double distance = RowDistance.Between(scaled, ScaledMedoids.AsSpan().Slice(group * scaled.Length, scaled.Length), Distance);
            if (distance < least)
            {
                (nearest, least) = (group, distance);
            }
        }

        return nearest < 0 ? GroupAssignment.Nobody : new GroupAssignment(nearest, least, 1);
    }

    /// <summary>Writes the number of groups, the features and the total distance.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"k-medoids in {Groups} groups by {string.Join(", ", Columns)}, total distance {TotalDistance:G6}");
}
