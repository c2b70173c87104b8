namespace CustomerInsight.Models;

internal sealed class BgNbdCovariateFile
{
    public required BgNbdFile Average { get; init; }

    public required IReadOnlyList<BgNbdCovariateEntry> Covariates { get; init; }

    public static BgNbdCovariateFile From(BgNbdCovariateModel model) => new() { Average = BgNbdFile.From(model.Average), Covariates = [.. model.Covariates.Select(BgNbdCovariateEntry.From)] };

    public BgNbdCovariateModel ToModel()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Average);
        ArgumentNullException.ThrowIfNull(Covariates);
        return new BgNbdCovariateModel(Average.ToModel(), ValueList.From(Covariates.Select(static covariate => (covariate ?? throw new ArgumentException("A covariate is missing.", nameof(Covariates))).ToCovariate())));
    }
}
