namespace CustomerInsight.Models;

internal sealed class LogisticFile
{
    public required double Baseline { get; init; }

    public double? InterceptStandardError { get; init; }

    public required LogisticCoefficientFile[] Coefficients { get; init; }

    public LogisticStatisticsFile? Statistics { get; init; }

    public static LogisticFile From(LogisticModel model) => new()
    {
        Baseline = model.Baseline,
        InterceptStandardError = model.InterceptStandardError,
        Coefficients = [.. model.Coefficients.Select(static coefficient => new LogisticCoefficientFile
        {
            Column = coefficient.Column,
            Value = coefficient.Value,
            Mean = coefficient.Mean,
            Deviation = coefficient.Deviation,
            StandardError = coefficient.StandardError,
        })],
        Statistics = LogisticStatisticsFile.From(model.Statistics),
    };

    public LogisticModel ToModel()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Coefficients);
        return new LogisticModel(Baseline, ValueList.From(Coefficients.Select(static coefficient => (coefficient ?? throw new ArgumentException("A coefficient is null.", nameof(coefficient))).ToCoefficient())))
        {
            InterceptStandardError = InterceptStandardError,
            Statistics = Statistics?.ToStatistics(),
        };
    }
}
