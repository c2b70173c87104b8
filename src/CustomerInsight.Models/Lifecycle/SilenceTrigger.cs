using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Nothing happens for some time. Never comes for a customer who did no such thing at all.</summary>
/// <param name="Type">The type of activity that is missed; null for any.</param>
/// <param name="Days">After how many days (of 24 hours) since the last. From 1 to 36,500.</param>
public sealed record SilenceTrigger(string? Type, int Days) : LifecycleTrigger
{
    private const double MostGaps = 1_000;

    /// <summary>Gets how many of the customer's own mean gaps between such activities the silence must last, in the place of <see cref="Days"/>.</summary>
    /// <value>Null: <see cref="Days"/> holds for all. Above 0, at most 1,000.</value>
    public double? OwnGaps { get; init; }

    /// <summary>Gets from how many gaps on the customer's own are taken; until then <see cref="Days"/> holds.</summary>
    /// <value>2. From 1 to 100,000.</value>
    public int MinimumGaps { get; init; } = 2;

    /// <summary>Gets how many days a silence measured in own gaps must last at least.</summary>
    /// <value>1. From 1 to 36,500.</value>
    public int AtLeastDays { get; init; } = 1;

    /// <summary>Gets after how many days a silence measured in own gaps is long enough anyway.</summary>
    /// <value>36,500. From <see cref="AtLeastDays"/> to 36,500.</value>
    public int AtMostDays { get; init; } = MostDays;

    /// <inheritdoc/>
    public override string Describe() => OwnGaps is double gaps
        ? string.Create(CultureInfo.InvariantCulture, $"{gaps} own gaps ({AtLeastDays} to {AtMostDays} days; before {MinimumGaps} gaps {Days} days) without {NameOf(Type)}")
        : string.Create(CultureInfo.InvariantCulture, $"{Days} days without {NameOf(Type)}");

    internal override string? Problem() => Type is { Length: 0 } ? "its type of activity is empty; name one, or use null for any"
        : Days is < 1 or > MostDays ? string.Create(CultureInfo.InvariantCulture, $"{nameof(Days)} is {Days}; expected from 1 to {MostDays}")
        : OwnGaps is double gaps && !(gaps is > 0 and <= MostGaps) ? string.Create(CultureInfo.InvariantCulture, $"{nameof(OwnGaps)} is {gaps}; expected above 0 and at most {MostGaps}, or null")
        : MinimumGaps is < 1 or > 100_000 ? string.Create(CultureInfo.InvariantCulture, $"{nameof(MinimumGaps)} is {MinimumGaps}; expected from 1 to 100000")
        : AtLeastDays < 1 || AtMostDays > MostDays || AtLeastDays > AtMostDays
            ? string.Create(CultureInfo.InvariantCulture, $"{nameof(AtLeastDays)} is {AtLeastDays} and {nameof(AtMostDays)} {AtMostDays}; expected 1 <= {nameof(AtLeastDays)} <= {nameof(AtMostDays)} <= {MostDays}")
        : null;

    internal override bool Shadows(LifecycleTrigger later) =>
        later is SilenceTrigger other && Type == other.Type && OwnGaps is null && other.OwnGaps is null && Days <= other.Days;
}
