namespace CustomerInsight.Models;

/// <summary>What summing up needs to know: the options, with the currency decided.</summary>
/// <param name="Options">The options.</param>
/// <param name="Currency">The currency of all amounts.</param>
internal sealed record PurchaseSettings(PurchaseOptions Options, string Currency)
{
    /// <summary>On which day a moment falls.</summary>
    public LocalDays Days { get; } = new(Options.TimeZone, Options.DayStartsAtHour);
}
