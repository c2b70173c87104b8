using System.Text.Json.Serialization;

namespace CustomerInsight.Matching;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConditionSpec))]
[JsonSerializable(typeof(MatchModelEnvelope))]
[JsonSerializable(typeof(SplinkFile))]
internal sealed partial class MatchModelJson : JsonSerializerContext;
