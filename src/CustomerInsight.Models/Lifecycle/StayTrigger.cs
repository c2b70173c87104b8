using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The customer has been in the state for some time, whatever happened meanwhile.</summary>
/// <param name="Days">After how many days (of 24 hours). From 1 to 36,500.</param>
public sealed record StayTrigger(int Days) : LifecycleTrigger
{
    /// <inheritdoc/>
    public override string Describe() => string.Create(CultureInfo.InvariantCulture, $"after {Days} days in the state");

    internal override string? Problem() => Days is < 1 or > MostDays ? string.Create(CultureInfo.InvariantCulture, $"{nameof(Days)} is {Days}; expected from 1 to {MostDays}") : null;

    internal override bool Shadows(LifecycleTrigger later) => later is StayTrigger other && Days <= other.Days;
}
