using System.Text.Json.Serialization;

namespace CustomerInsight.Models;

internal sealed class ActivityTriggerFile
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? WithinDays { get; init; }

    public static ActivityTriggerFile From(ActivityTrigger trigger) => new() { Type = trigger.Type, Count = trigger.Count, WithinDays = trigger.WithinDays };

    public ActivityTrigger ToTrigger() => new(Type) { Count = Count ?? 1, WithinDays = WithinDays };
}
