using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How features are scaled before distances between customers are measured.</summary>
public sealed class FeatureScalingOptions
{
    /// <summary>Gets or sets the transform of every feature that <see cref="Columns"/> does not name.</summary>
    /// <value><see cref="FeatureTransform.Standardize"/>.</value>
    [EnumDataType(typeof(FeatureTransform))]
    public FeatureTransform Transform { get; set; } = FeatureTransform.Standardize;

    /// <summary>Gets the transforms of single features, by the feature's name (case matters).</summary>
    /// <value>Empty. A name that the data do not have is an error of the fit.</value>
    public IDictionary<string, FeatureTransform> Columns { get; } = new Dictionary<string, FeatureTransform>(StringComparer.Ordinal);

    internal FeatureScalingOptions Copy()
    {
        var copy = new FeatureScalingOptions { Transform = Transform };
        foreach ((string column, FeatureTransform transform) in Columns)
        {
            copy.Columns[column] = transform;
        }

        return copy;
    }
}
