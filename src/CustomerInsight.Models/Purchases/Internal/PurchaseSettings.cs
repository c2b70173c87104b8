namespace CustomerInsight.Models;

/// <summary>What summing up needs to know: the options, with the currency decided.</summary>
/// <param name="Options">The options.</param>
/// <param name="Currency">The currency of all amounts.</param>
internal sealed record PurchaseSettings(PurchaseOptions Options, string Currency)
{
    // A billion amounts of this size still add up inside a decimal.
    public const decimal LargestAmount = 1_000_000_000_000_000_000m;

    // A billion amounts up to this size and with no more decimals add up without rounding, so in any order.
    private const decimal LargestExact = 1_000_000_000_000m;
    private const int MostDecimals = 6;

    public static bool AddsUpExactly(decimal amount) => amount.Scale <= MostDecimals && Math.Abs(amount) <= LargestExact;

    public LocalDays Days { get; } = new(Options.TimeZone, Options.DayStartsAtHour);
}
