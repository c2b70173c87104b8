namespace CustomerInsight.Models;

/// <summary>The scale of a feature in a file.</summary>
internal sealed class FeatureScaleFile
{
    public required string Name { get; init; }

    public required string Transform { get; init; }

    public required double Center { get; init; }

    public required double Scale { get; init; }

    public static FeatureScaleFile[] From(FeatureScaling scaling) =>
        [.. scaling.Scales.Select(static scale => new FeatureScaleFile { Name = scale.Column, Transform = scale.Transform.ToString(), Center = scale.Center, Scale = scale.Scale })];

    public static FeatureScaling ToScaling(FeatureScaleFile[] features) => new(ValueList.From((features ?? []).Select(static feature =>
        feature is null
            ? throw new ArgumentException("A feature is missing.", nameof(features))
            : new FeatureScale(feature.Name, EnumName.Parse<FeatureTransform>(feature.Transform), feature.Center, feature.Scale))));
}
