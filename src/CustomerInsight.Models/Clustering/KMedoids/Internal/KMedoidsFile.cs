namespace CustomerInsight.Models;

internal sealed class KMedoidsFile
{
    public required FeatureScaleFile[] Features { get; init; }

    public required string Distance { get; init; }

    public required double[] ScaledMedoids { get; init; }

    public required int[] MedoidRows { get; init; }

    public required int[] Sizes { get; init; }

    public required double TotalDistance { get; init; }

    public static KMedoidsFile From(KMedoidsModel model) => new()
    {
        Features = FeatureScaleFile.From(model.Scaling),
        Distance = model.Distance.ToString(),
        ScaledMedoids = [.. model.ScaledMedoids],
        MedoidRows = [.. model.MedoidRows],
        Sizes = [.. model.Sizes],
        TotalDistance = model.TotalDistance,
    };

    public KMedoidsModel ToModel() => new(
        FeatureScaleFile.ToScaling(Features),
        EnumName.Parse<FeatureDistance>(Distance),
        ValueList.Create<double>(ScaledMedoids),
        ValueList.Create<int>(MedoidRows),
        ValueList.Create<int>(Sizes),
        TotalDistance);
}
