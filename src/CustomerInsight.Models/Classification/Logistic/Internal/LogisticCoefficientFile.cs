namespace CustomerInsight.Models;

internal sealed class LogisticCoefficientFile
{
    public required string Column { get; init; }

    public required double Value { get; init; }

    public required double Mean { get; init; }

    public required double Deviation { get; init; }

    public double? StandardError { get; init; }

    public LogisticCoefficient ToCoefficient() => new(Column, Value, Mean, Deviation) { StandardError = StandardError };
}
