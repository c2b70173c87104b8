namespace CustomerInsight.Models;

/// <summary>Of which customers which events are to be expected. What <see cref="PropensityStage"/> leaves in a run.</summary>
/// <param name="Targets">A result for each event, in ordinal order of their names.</param>
public sealed record PropensityResult(ValueList<ChurnResult> Targets)
{
    /// <summary>Finds the result of an event.</summary>
    /// <param name="name">The event's name.</param>
    /// <returns>The result, or null where there is none.</returns>
    public ChurnResult? Find(string name) => Targets.FindOrdinal(name, static target => target.Target);
}
