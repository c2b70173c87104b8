namespace CustomerInsight.Models;

internal sealed class GaussianMixtureFile
{
    public required FeatureScaleFile[] Features { get; init; }

    public required string Covariance { get; init; }

    public required double[] Weights { get; init; }

    public required double[][] Means { get; init; }

    /// <summary>One for each group; one alone where all share it.</summary>
    public required double[][] Covariances { get; init; }

    public static GaussianMixtureFile From(GaussianMixtureModel model) => new()
    {
        Features = FeatureScaleFile.From(model.Scaling),
        Covariance = model.Covariance.ToString(),
        Weights = [.. model.Components.Select(static component => component.Weight)],
        Means = [.. model.Components.Select(static component => component.Mean.ToArray())],
        Covariances = [.. model.Components.Take(model.Covariance == CovarianceKind.Tied ? 1 : model.Groups).Select(static component => component.Covariance.ToArray())],
    };

    public GaussianMixtureModel ToModel()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Weights);
        ArgumentNullException.ThrowIfNull(Means);
        ArgumentNullException.ThrowIfNull(Covariances);
        CovarianceKind kind = EnumName.Parse<CovarianceKind>(Covariance);
        int shared = kind == CovarianceKind.Tied ? 0 : 1;
        if (Means.Length != Weights.Length || Covariances.Length != (shared == 0 ? 1 : Weights.Length) || Array.Exists(Means, static mean => mean is null) || Array.Exists(Covariances, static covariance => covariance is null))
        {
            throw new ArgumentException("There are more or fewer weights than means or covariances.", nameof(Weights));
        }

        return new GaussianMixtureModel(FeatureScaleFile.ToScaling(Features), kind, ValueList.From(Weights.Select((weight, group) =>
            new GaussianComponent(weight, ValueList.Create<double>(Means[group]), ValueList.Create<double>(Covariances[group * shared])))));
    }
}
