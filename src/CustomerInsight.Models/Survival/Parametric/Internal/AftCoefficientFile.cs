namespace CustomerInsight.Models;

internal sealed class AftCoefficientFile
{
    public required string Feature { get; init; }

    public required double Value { get; init; }

    public double? StandardError { get; init; }
}
