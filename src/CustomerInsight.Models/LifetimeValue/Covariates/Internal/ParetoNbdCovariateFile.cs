namespace CustomerInsight.Models;

internal sealed class ParetoNbdCovariateFile
{
    public required ParetoNbdFile Average { get; init; }

    public required IReadOnlyList<ParetoNbdCovariate> Covariates { get; init; }

    public static ParetoNbdCovariateFile From(ParetoNbdCovariateModel model) => new() { Average = ParetoNbdFile.From(model.Average), Covariates = [.. model.Covariates] };

    public ParetoNbdCovariateModel ToModel()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Average);
        ArgumentNullException.ThrowIfNull(Covariates);
        return new ParetoNbdCovariateModel(Average.ToModel(), ValueList.From(Covariates));
    }
}
