using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerInsight.Matching;

/// <summary>What is read of a model that Splink 4 saved.</summary>
internal sealed class SplinkFile
{
    [JsonPropertyName("probability_two_random_records_match")]
    public double? MatchShare { get; init; }

    /// <summary>A text; anything else says nothing.</summary>
    [JsonPropertyName("link_type")]
    public JsonElement? LinkType { get; init; }

    [JsonPropertyName("comparisons")]
    public Comparison[]? Comparisons { get; init; }

    /// <summary>Each rule is a text or an object.</summary>
    [JsonPropertyName("blocking_rules_to_generate_predictions")]
    public JsonElement[]? BlockingRules { get; init; }

    internal sealed class Comparison
    {
        [JsonPropertyName("output_column_name")]
        public string? Name { get; init; }

        [JsonPropertyName("comparison_levels")]
        public Level[]? Levels { get; init; }
    }

    internal sealed class Level
    {
        [JsonPropertyName("sql_condition")]
        public string? Sql { get; init; }

        [JsonPropertyName("label_for_charts")]
        public string? Label { get; init; }

        [JsonPropertyName("is_null_level")]
        public bool IsNull { get; init; }

        [JsonPropertyName("m_probability")]
        public double? M { get; init; }

        [JsonPropertyName("u_probability")]
        public double? U { get; init; }

        [JsonPropertyName("tf_adjustment_column")]
        public string? TermFrequencyColumn { get; init; }

        [JsonPropertyName("tf_adjustment_weight")]
        public double? TermFrequencyWeight { get; init; }

        [JsonPropertyName("tf_minimum_u_value")]
        public double? LeastFrequency { get; init; }

        [JsonPropertyName("disable_tf_exact_match_detection")]
        public bool OwnUInTermFrequency { get; init; }
    }
}
