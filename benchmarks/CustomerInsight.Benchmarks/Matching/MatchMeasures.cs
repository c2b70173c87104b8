using System.Globalization;
using System.Text.Json;

namespace CustomerInsight.Benchmarks;

/// <summary>What the command <c>match</c> measures. What needs the truth is null without it.</summary>
internal sealed record MatchMeasures(
    int Records,
    long Pairs,
    long? TruePairs,
    double? BlockingRecall,
    double? F1EdgeBest,
    double? F1Cluster,
    double? BCubed,
    double? PrecisionCluster,
    double? RecallCluster,
    int LargestCluster,
    double Threshold,
    IReadOnlyDictionary<string, double> Seconds,
    double PeakMegabytes)
{
    public string ToJson() => JsonSerializer.Serialize(this, MatchMeasuresJson.Default.MatchMeasures);

    /// <summary>Writes a line for each measure.</summary>
    public void Print(TextWriter screen) => Print(screen, ToJson());

    /// <summary>Writes a line for each number of a document.</summary>
    public static void Print(TextWriter screen, string measures)
    {
        using var json = JsonDocument.Parse(measures);
        foreach (JsonProperty measure in json.RootElement.EnumerateObject())
        {
            if (measure.Value.ValueKind != JsonValueKind.Object)
            {
                Print(screen, measure.Name, measure.Value);
                continue;
            }

            foreach (JsonProperty part in measure.Value.EnumerateObject())
            {
                Print(screen, $"{measure.Name}.{part.Name}", part.Value);
            }
        }
    }

    private static void Print(TextWriter screen, string name, JsonElement value) => screen.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-22}{(value.ValueKind == JsonValueKind.Number ? value.GetDouble().ToString("#,0.####", CultureInfo.InvariantCulture) : "unknown")}"));
}
