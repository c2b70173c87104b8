namespace CustomerInsight.Models;

/// <summary>A way from one or several states to another.</summary>
/// <param name="From">The states it leads out of. At least one.</param>
/// <param name="To">The state it leads to, none of <paramref name="From"/>.</param>
/// <param name="When">What makes a customer take it.</param>
public sealed record LifecycleTransition(ValueList<string> From, string To, LifecycleTrigger When)
{
    /// <summary>Says what it does.</summary>
    /// <returns>Such as <c>dormant, lost → won back on 'purchase'</c>.</returns>
    public string Describe() => $"{string.Join(", ", From)} → {To} {When?.Describe()}";
}
