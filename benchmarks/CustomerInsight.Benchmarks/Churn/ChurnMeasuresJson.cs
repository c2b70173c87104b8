using System.Text.Json.Serialization;

namespace CustomerInsight.Benchmarks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ChurnMeasures))]
internal sealed partial class ChurnMeasuresJson : JsonSerializerContext;
