using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Groups around centres: a customer belongs to the group whose centre is nearest on the model's scale.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record KMeansModel : IClusteringModel, IScaledModel
{
    /// <summary>Makes a model from known centres.</summary>
    /// <param name="scaling">The scale on which distances are measured.</param>
    /// <param name="scaledCenters">The centres on that scale, one after the other, each with a finite number for every feature. At least one.</param>
    /// <param name="sizes">How many rows each group had in the fit. At least 0.</param>
    /// <param name="inertia">The sum of the squared distances of these rows to their centre. At least 0, finite.</param>
    /// <exception cref="ArgumentException">Centres, sizes or inertia are not as said.</exception>
    public KMeansModel(FeatureScaling scaling, ValueList<double> scaledCenters, ValueList<int> sizes, double inertia)
    {
        ArgumentNullException.ThrowIfNull(scaling);
        int width = scaling.Columns.Count;
        if (sizes.Count == 0 || scaledCenters.Count != sizes.Count * width)
        {
            throw new ArgumentException(FormattableString.Invariant($"{scaledCenters.Count} numbers are no {sizes.Count} centres of {width} features. Give every centre a number for each feature, and at least one centre."), nameof(scaledCenters));
        }

        if (scaledCenters.AsSpan().IndexOfAnyExceptInRange(-FeatureRows.Largest, FeatureRows.Largest) >= 0 || sizes.Any(static size => size < 0))
        {
            throw new ArgumentException("A centre has a number that is missing, infinite or above 1e150 in size, or a group a size below 0.", nameof(scaledCenters));
        }

        Scaling = scaling;
        ScaledCenters = scaledCenters;
        Sizes = sizes;
        Inertia = ParameterCheck.NotNegative(inertia, nameof(inertia));
    }

    /// <summary>Gets the scale on which distances are measured.</summary>
    public FeatureScaling Scaling { get; }

    /// <summary>Gets the centres on that scale, one after the other.</summary>
    public ValueList<double> ScaledCenters { get; }

    /// <summary>Gets how many rows each group had in the fit.</summary>
    public ValueList<int> Sizes { get; }

    /// <summary>Gets the sum of the squared distances of the rows of the fit to the nearest centre, on the model's scale.</summary>
    public double Inertia { get; }

    /// <inheritdoc/>
    public ValueList<string> Columns => Scaling.Columns;

    /// <inheritdoc/>
    public int Groups => Sizes.Count;

    /// <summary>Gives the centre of a group in the units of the data.</summary>
    /// <param name="group">From 0 to <see cref="Groups"/> − 1.</param>
    /// <returns>A number for each feature. For a log scale it is no mean but rather a typical value, as a median is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="group"/> is outside that range.</exception>
    public ValueList<double> Center(int group) => Scaling.UndoRow(ScaledCenters.AsSpan(), group, nameof(group));

    /// <inheritdoc/>
    /// <remarks>Time: groups × features. The row of a fit gets the group it had in the fit.</remarks>
    public GroupAssignment Assign(ReadOnlySpan<double> features)
    {
        Span<double> scaled = features.Length <= 64 ? stackalloc double[features.Length] : new double[features.Length];
        Scaling.Apply(features, scaled);
        (int group, double squared) = NearestCenters.Of(scaled, ScaledCenters.AsSpan());
        return group < 0 ? GroupAssignment.Nobody : new GroupAssignment(group, Math.Sqrt(squared), 1);
    }

    /// <summary>Writes the number of groups, the features and the inertia.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"k-means in {Groups} groups by {string.Join(", ", Columns)}, inertia {Inertia:G6}");
}
