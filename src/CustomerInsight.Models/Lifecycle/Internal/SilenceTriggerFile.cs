using System.Text.Json.Serialization;

namespace CustomerInsight.Models;

internal sealed class SilenceTriggerFile
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type { get; init; }

    public required int Days { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? OwnGaps { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MinimumGaps { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AtLeastDays { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AtMostDays { get; init; }

    // The last three have no meaning without own gaps, and are not in the file then unless someone set them.
    public static SilenceTriggerFile From(SilenceTrigger trigger)
    {
        bool all = trigger.OwnGaps is not null || trigger != new SilenceTrigger(trigger.Type, trigger.Days);
        return new SilenceTriggerFile
        {
            Type = trigger.Type,
            Days = trigger.Days,
            OwnGaps = trigger.OwnGaps,
            MinimumGaps = all ? trigger.MinimumGaps : null,
            AtLeastDays = all ? trigger.AtLeastDays : null,
            AtMostDays = all ? trigger.AtMostDays : null,
        };
    }

    public SilenceTrigger ToTrigger()
    {
        var plain = new SilenceTrigger(Type, Days);
        return plain with
        {
            OwnGaps = OwnGaps,
            MinimumGaps = MinimumGaps ?? plain.MinimumGaps,
            AtLeastDays = AtLeastDays ?? plain.AtLeastDays,
            AtMostDays = AtMostDays ?? plain.AtMostDays,
        };
    }
}
