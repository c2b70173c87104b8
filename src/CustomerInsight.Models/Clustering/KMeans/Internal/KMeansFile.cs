namespace CustomerInsight.Models;

internal sealed class KMeansFile
{
    public required FeatureScaleFile[] Features { get; init; }

    public required double[] ScaledCenters { get; init; }

    public required int[] Sizes { get; init; }

    public required double Inertia { get; init; }

    public static KMeansFile From(KMeansModel model) => new()
    {
        Features = FeatureScaleFile.From(model.Scaling),
        ScaledCenters = [.. model.ScaledCenters],
        Sizes = [.. model.Sizes],
        Inertia = model.Inertia,
    };

    public KMeansModel ToModel() => new(FeatureScaleFile.ToScaling(Features), ValueList.Create<double>(ScaledCenters), ValueList.Create<int>(Sizes), Inertia);
}
