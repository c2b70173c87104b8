namespace CustomerInsight.Models;

/// <summary>A stage of a customer's life: one state of a declared state machine.</summary>
/// <param name="Name">The state's name, such as <c>at risk</c>.</param>
public sealed record LifecycleState(string Name)
{
    /// <summary>Gets what the state means, for a person.</summary>
    /// <value>Empty.</value>
    public string Description { get; init; } = string.Empty;

    /// <summary>Gets whether the state is meant to have no way out.</summary>
    /// <value>False: a state without a way out is an error of the machine.</value>
    public bool IsFinal { get; init; }
}
