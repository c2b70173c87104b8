using System.Text.Json.Serialization;

namespace CustomerInsight.Models;

internal sealed class LogisticStatisticsFile
{
    public required int Rows { get; init; }

    public required int Positives { get; init; }

    public required double Weight { get; init; }

    public required int Parameters { get; init; }

    public required double LogLikelihood { get; init; }

    public required double NullLogLikelihood { get; init; }

    /// <summary>How much more a row with the event counted; nothing for once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? PositiveWeight { get; init; }

    public static LogisticStatisticsFile? From(LogisticStatistics? statistics) => statistics is null ? null : new()
    {
        Rows = statistics.Rows,
        Positives = statistics.Positives,
        Weight = statistics.Weight,
        Parameters = statistics.Parameters,
        LogLikelihood = statistics.LogLikelihood,
        NullLogLikelihood = statistics.NullLogLikelihood,
        PositiveWeight = statistics.PositiveWeight == 1 ? null : statistics.PositiveWeight,
    };

    public LogisticStatistics ToStatistics() => new(Rows, Positives, Weight, Parameters, LogLikelihood, NullLogLikelihood) { PositiveWeight = PositiveWeight ?? 1 };
}
