using System.Text.Json.Serialization;

namespace CustomerInsight.Benchmarks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(LifetimeValueMeasures))]
internal sealed partial class LifetimeValueMeasuresJson : JsonSerializerContext;
