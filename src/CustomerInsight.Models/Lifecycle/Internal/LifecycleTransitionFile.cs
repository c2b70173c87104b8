using System.Text.Json.Serialization;

namespace CustomerInsight.Models;

/// <summary>A transition in a file, with one of three triggers.</summary>
internal sealed class LifecycleTransitionFile
{
    public required string[] From { get; init; }

    public required string To { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ActivityTriggerFile? Activity { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SilenceTriggerFile? Silence { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StayTriggerFile? Stay { get; init; }

    public static LifecycleTransitionFile Of(LifecycleTransition transition) => new()
    {
        From = [.. transition.From],
        To = transition.To,
        Activity = transition.When is ActivityTrigger activity ? ActivityTriggerFile.From(activity) : null,
        Silence = transition.When is SilenceTrigger silence ? SilenceTriggerFile.From(silence) : null,
        Stay = transition.When is StayTrigger stay ? new StayTriggerFile { Days = stay.Days } : null,
    };

    // With none of the triggers, or more than one, there is no telling when: the machine's check says so.
    public LifecycleTransition ToTransition()
    {
        LifecycleTrigger[] triggers = [.. new LifecycleTrigger?[] { Activity?.ToTrigger(), Silence?.ToTrigger(), Stay is null ? null : new StayTrigger(Stay.Days) }.OfType<LifecycleTrigger>()];
        return new LifecycleTransition(ValueList.From(From ?? []), To, triggers is [LifecycleTrigger only] ? only : null!);
    }
}
