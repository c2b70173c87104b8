namespace CustomerInsight.Models;

internal sealed class CoxCoefficientFile
{
    public required string Column { get; init; }

    public required double Value { get; init; }

    public required double Mean { get; init; }

    public required double Deviation { get; init; }

    public double? StandardError { get; init; }

    public double? RobustError { get; init; }

    public static CoxCoefficientFile From(CoxCoefficient coefficient) => new()
    {
        Column = coefficient.Column,
        Value = coefficient.Value,
        Mean = coefficient.Mean,
        Deviation = coefficient.Deviation,
        StandardError = coefficient.StandardError,
        RobustError = coefficient.RobustError,
    };

    public CoxCoefficient ToCoefficient() => new(Column, Value, Mean, Deviation) { StandardError = StandardError, RobustError = RobustError };
}
