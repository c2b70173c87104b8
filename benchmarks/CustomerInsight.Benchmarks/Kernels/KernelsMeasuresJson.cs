using System.Text.Json.Serialization;

namespace CustomerInsight.Benchmarks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(KernelsMeasures))]
internal sealed partial class KernelsMeasuresJson : JsonSerializerContext;
