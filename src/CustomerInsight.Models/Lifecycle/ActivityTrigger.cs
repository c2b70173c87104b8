using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>An activity takes place.</summary>
/// <param name="Type">The type of the activity; null for any.</param>
public sealed record ActivityTrigger(string? Type) : LifecycleTrigger
{
    private const int MostCount = 100_000;

    /// <summary>Gets on how many days there must have been such an activity, this one's included.</summary>
    /// <value>1: the activity is enough. From 1 to 100,000.</value>
    public int Count { get; init; } = 1;

    /// <summary>Gets within how many days (of 24 hours) back from this activity all of them must lie.</summary>
    /// <value>Null: ever. From 1 to 36,500.</value>
    public int? WithinDays { get; init; }

    /// <inheritdoc/>
    public override string Describe() => Count == 1
        ? $"on {NameOf(Type)}"
        : string.Create(CultureInfo.InvariantCulture, $"on {NameOf(Type)} on {Count} days{(WithinDays is int days ? string.Create(CultureInfo.InvariantCulture, $" within {days}") : string.Empty)}");

    internal override string? Problem() => Type is { Length: 0 } ? "its type of activity is empty; name one, or use null for any"
        : Count is < 1 or > MostCount ? string.Create(CultureInfo.InvariantCulture, $"{nameof(Count)} is {Count}; expected from 1 to {MostCount}")
        : WithinDays is < 1 or > MostDays ? string.Create(CultureInfo.InvariantCulture, $"{nameof(WithinDays)} is {WithinDays}; expected from 1 to {MostDays}, or null for ever")
        : null;

    internal override bool Shadows(LifecycleTrigger later) =>
        later is ActivityTrigger other && Covers(Type, other.Type) && (Count == 1 || (Type == other.Type && Count <= other.Count && (WithinDays is null || WithinDays >= other.WithinDays)));
}
