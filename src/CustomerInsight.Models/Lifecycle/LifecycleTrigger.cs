namespace CustomerInsight.Models;

/// <summary>What makes a customer go from one state to another: an <see cref="ActivityTrigger"/>, a <see cref="SilenceTrigger"/> or a <see cref="StayTrigger"/>.</summary>
public abstract record LifecycleTrigger
{
    private protected const int MostDays = 36_500;

    private protected LifecycleTrigger()
    {
    }

    /// <summary>Says what it waits for.</summary>
    /// <returns>Such as <c>on the 5th day with 'purchase' within 365 days</c>.</returns>
    public abstract string Describe();

    /// <summary>Says what is wrong with its numbers; null where nothing is.</summary>
    internal abstract string? Problem();

    /// <summary>Whether another, declared later for the same state, can never come first.</summary>
    internal abstract bool Shadows(LifecycleTrigger later);

    private protected static bool Covers(string? type, string? other) => type is null || type == other;

    private protected static string NameOf(string? type) => type is null ? "any activity" : $"'{type}'";
}
