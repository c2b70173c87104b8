using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Fitted scales of features: brings rows that were measured to the scale on which a model's distances are, and back.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record FeatureScaling
{
    /// <summary>Makes a scaling from known scales.</summary>
    /// <param name="scales">One for each feature, in order. At least one.</param>
    /// <exception cref="ArgumentException">There is none, or a center or scale is not as <see cref="FeatureScale"/> says.</exception>
    public FeatureScaling(ValueList<FeatureScale> scales)
    {
        if (scales.Count == 0)
        {
            throw new ArgumentException("There is no feature. Give at least one.", nameof(scales));
        }

        foreach (FeatureScale scale in scales)
        {
            if (scale is null || string.IsNullOrWhiteSpace(scale.Column) || !Enum.IsDefined(scale.Transform) || !double.IsFinite(scale.Center) || !double.IsFinite(scale.Scale) || scale.Scale < 0)
            {
                throw new ArgumentException($"The scale of feature '{scale?.Column}' is none. Expected a name, a finite center and a finite scale of at least 0.", nameof(scales));
            }
        }

        Scales = scales;
        Columns = ValueList.From(scales.Select(static scale => scale.Column));
    }

    /// <summary>Gets the scale of each feature, in order.</summary>
    public ValueList<FeatureScale> Scales { get; }

    /// <summary>Gets the names of the features, in order.</summary>
    public ValueList<string> Columns { get; }

    /// <summary>Gets whether every number stays as it is.</summary>
    public bool IsIdentity => Scales.All(static scale => scale is { Transform: FeatureTransform.None, Center: 0, Scale: 1 });

    /// <summary>Fits the scales of data.</summary>
    /// <param name="data">The rows. Those with a number that is missing or infinite are passed over.</param>
    /// <param name="options">Which transforms; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The scaling.</returns>
    /// <exception cref="ArgumentException">An option is not usable or names a feature that is not in the data, no row is complete, or a number is above 1e150 in size.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>Two passes over the data; <see cref="FeatureTransform.Robust"/> sorts its feature.</remarks>
    public static FeatureScaling Fit([NotNull] FeatureMatrix data, FeatureScalingOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new FeatureScalingOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new FeatureScalingOptionsValidator(), new FeatureScalingOptionsRules());
        var rows = FeatureRows.Prepare(data, options, FixedChunks.Parallel(0, cancellationToken));
        return rows.Count > 0 ? rows.Scaling : throw new ArgumentException("No row has a number for every feature, so no scale can be learned. Leave out features that are mostly missing.", nameof(data));
    }

    /// <summary>Brings a row to the scale.</summary>
    /// <param name="features">The features as they were measured, in the order of <see cref="Columns"/>.</param>
    /// <param name="scaled">Where the scaled numbers go: as many. May be the same memory.</param>
    /// <exception cref="ArgumentException">There are more or fewer numbers than features.</exception>
    public void Apply(ReadOnlySpan<double> features, Span<double> scaled)
    {
        Check(features.Length, nameof(features));
        Check(scaled.Length, nameof(scaled));
        for (int column = 0; column < features.Length; column++)
        {
            scaled[column] = Scales[column].Apply(features[column]);
        }
    }

    /// <summary>Brings a scaled row, such as the centre of a group, back to what was measured.</summary>
    /// <param name="scaled">The scaled numbers, in the order of <see cref="Columns"/>.</param>
    /// <param name="features">Where the numbers go: as many. May be the same memory.</param>
    /// <exception cref="ArgumentException">There are more or fewer numbers than features.</exception>
    public void Undo(ReadOnlySpan<double> scaled, Span<double> features)
    {
        Check(scaled.Length, nameof(scaled));
        Check(features.Length, nameof(features));
        for (int column = 0; column < scaled.Length; column++)
        {
            features[column] = Scales[column].Undo(scaled[column]);
        }
    }

    /// <summary>Brings all rows to the scale.</summary>
    /// <param name="data">Rows with the features of <see cref="Columns"/>, in that order.</param>
    /// <returns>The scaled rows; a number that was missing still is.</returns>
    /// <exception cref="ArgumentException">The features are others.</exception>
    public FeatureMatrix Apply([NotNull] FeatureMatrix data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Columns != Columns)
        {
            throw new ArgumentException($"The scaling is of the features {string.Join(", ", Columns)}, but the data have {string.Join(", ", data.Columns)}. Give the same features in the same order.", nameof(data));
        }

        double[] values = new double[data.Values.Length];
        RowChunks.For(data.Rows, RowChunks.RowsFor(Columns.Count), FixedChunks.Parallel(0, default), (_, from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                Apply(data.Row(row), values.AsSpan(row * Columns.Count, Columns.Count));
            }
        });
        return FeatureMatrix.Create(Columns, values, data.Customers);
    }

    /// <summary>Brings one row to the scale; false where a number is missing or infinite.</summary>
    internal bool TryApply(ReadOnlySpan<double> features, Span<double> scaled)
    {
        Apply(features, scaled);
        foreach (double value in scaled)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Brings one of several scaled rows, which lie one after the other, back to what was measured.</summary>
    internal ValueList<double> UndoRow(ReadOnlySpan<double> scaled, int row, string parameterName)
    {
        int rows = scaled.Length / Columns.Count;
        ArgumentOutOfRangeException.ThrowIfNegative(row, parameterName);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, rows, parameterName);
        double[] features = new double[Columns.Count];
        Undo(scaled.Slice(row * features.Length, features.Length), features);
        return ValueList.Create<double>(features);
    }

    private void Check(int count, string name)
    {
        if (count != Scales.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {count} numbers, but {Scales.Count} features ({string.Join(", ", Columns)}). Give one for each, in that order."), name);
        }
    }
}
