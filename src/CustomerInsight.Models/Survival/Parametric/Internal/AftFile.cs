namespace CustomerInsight.Models;

internal sealed class AftFile
{
    public required string Distribution { get; init; }

    public required double Intercept { get; init; }

    public required double Scale { get; init; }

    public required int Cause { get; init; }

    public required AftCoefficientFile[] Coefficients { get; init; }

    public string[]? CovarianceNames { get; init; }

    public double[]? CovarianceValues { get; init; }

    public static AftFile From(AftModel model) => new()
    {
        Distribution = model.Distribution.ToString(),
        Intercept = model.Intercept,
        Scale = model.Scale,
        Cause = model.Cause,
        Coefficients = [.. model.Coefficients.Select(static coefficient => new AftCoefficientFile { Feature = coefficient.Feature, Value = coefficient.Value, StandardError = coefficient.StandardError })],
        CovarianceNames = model.Covariance is { } covariance ? [.. covariance.Names] : null,
        CovarianceValues = model.Covariance is { } values ? [.. values.Values] : null,
    };

    public AftModel ToModel()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Coefficients);
        ArgumentOutOfRangeException.ThrowIfNegative(Cause);
        return new AftModel(
            EnumName.Parse<AftDistribution>(Distribution),
            Intercept,
            ValueList.From(Coefficients.Select(static coefficient => new AftCoefficient((coefficient ?? throw new ArgumentException("A coefficient is null.", nameof(coefficient))).Feature, coefficient.Value, coefficient.StandardError))),
            Scale)
        {
            Cause = Cause,
            Covariance = CovarianceNames is { } names && CovarianceValues is { } values ? new ParameterCovariance(ValueList.Create<string>(names), ValueList.Create<double>(values)) : null,
        };
    }
}
