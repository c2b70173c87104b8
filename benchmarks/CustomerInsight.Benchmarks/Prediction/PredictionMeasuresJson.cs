using System.Text.Json.Serialization;

namespace CustomerInsight.Benchmarks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(PredictionMeasures))]
internal sealed partial class PredictionMeasuresJson : JsonSerializerContext;
