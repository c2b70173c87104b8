using System.Text.Json.Serialization;

namespace CustomerInsight.Benchmarks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ResolveMeasures))]
internal sealed partial class ResolveMeasuresJson : JsonSerializerContext;
