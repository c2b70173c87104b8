namespace CustomerInsight.Models;

internal sealed class CoxFile
{
    public required CoxCoefficientFile[] Coefficients { get; init; }

    public required CoxBaselineFile[] Baselines { get; init; }

    public required string Ties { get; init; }

    public required int Cause { get; init; }

    public required double Ridge { get; init; }

    public double[]? Covariance { get; init; }

    public double[]? RobustCovariance { get; init; }

    public CoxFitFile? Fit { get; init; }

    public static CoxFile From(CoxModel model) => new()
    {
        Coefficients = [.. model.Coefficients.Select(CoxCoefficientFile.From)],
        Baselines = [.. model.Baselines.Select(CoxBaselineFile.From)],
        Ties = model.Ties.ToString(),
        Cause = model.Cause,
        Ridge = model.Ridge,
        Covariance = model.Covariance is { } usual ? [.. usual.Values] : null,
        RobustCovariance = model.RobustCovariance is { } robust ? [.. robust.Values] : null,
        Fit = model.Fit is { } fit ? CoxFitFile.From(fit) : null,
    };

    public CoxModel ToModel()
    {
        // A file may hold null even where a value is required.
        if (Coefficients is null || Baselines is null || Array.IndexOf(Coefficients, null) >= 0 || Array.IndexOf(Baselines, null) >= 0)
        {
            throw new ArgumentException("A coefficient or a baseline is null.");
        }

        ValueList<CoxCoefficient> coefficients = ValueList.From(Coefficients.Select(static coefficient => coefficient.ToCoefficient()));

        // The columns left out have no error.
        ValueList<string> names = ValueList.From(coefficients.Where(static coefficient => coefficient.StandardError is not null).Select(static coefficient => coefficient.Column));
        return new CoxModel(coefficients, ValueList.From(Baselines.Select(static baseline => baseline.ToBaseline())))
        {
            Ties = EnumName.Parse<CoxTies>(Ties),
            Cause = Cause,
            Ridge = Ridge,
            Covariance = Covariance is null ? null : new ParameterCovariance(names, ValueList.Create<double>(Covariance)),
            RobustCovariance = RobustCovariance is null ? null : new ParameterCovariance(names, ValueList.Create<double>(RobustCovariance)),
            Fit = Fit?.ToFit(),
        };
    }
}
