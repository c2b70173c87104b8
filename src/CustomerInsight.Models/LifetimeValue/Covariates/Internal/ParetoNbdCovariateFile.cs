namespace CustomerInsight.Models;

internal sealed class ParetoNbdCovariateFile
{
    public required ParetoNbdFile Average { get; init; }

    public required IReadOnlyList<ParetoNbdCovariateEntry> Covariates { get; init; }

    public static ParetoNbdCovariateFile From(ParetoNbdCovariateModel model) => new() { Average = ParetoNbdFile.From(model.Average), Covariates = [.. model.Covariates.Select(ParetoNbdCovariateEntry.From)] };

    public ParetoNbdCovariateModel ToModel()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Average);
        ArgumentNullException.ThrowIfNull(Covariates);
        return new ParetoNbdCovariateModel(Average.ToModel(), ValueList.From(Covariates.Select(static covariate => (covariate ?? throw new ArgumentException("A covariate is missing.", nameof(Covariates))).ToCovariate())));
    }
}
