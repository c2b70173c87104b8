namespace CustomerInsight.Models;

internal sealed class LifecycleStateFile
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public bool Final { get; init; }

    public static LifecycleStateFile From(LifecycleState state) => new() { Name = state.Name, Description = state.Description, Final = state.IsFinal };

    public LifecycleState ToState() => new(Name) { Description = Description ?? string.Empty, IsFinal = Final };
}
