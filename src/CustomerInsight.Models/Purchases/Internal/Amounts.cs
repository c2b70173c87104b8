namespace CustomerInsight.Models;

/// <summary>What is to be known of an amount before it is added to others.</summary>
internal static class Amounts
{
    // A billion amounts of this size still add up inside a decimal.
    private const decimal Largest = 1_000_000_000_000_000_000m;

    private const int Sign = 1 << 31;
    private const int ScaleShift = 16;

    // A billion amounts up to 10¹² and with no more than six decimals add up without rounding, so in any order. By the number of decimals, the digits as a whole number.
    private static ReadOnlySpan<ulong> MostExact =>
    [
        1_000_000_000_000,
        10_000_000_000_000,
        100_000_000_000_000,
        1_000_000_000_000_000,
        10_000_000_000_000_000,
        100_000_000_000_000_000,
        1_000_000_000_000_000_000,
    ];

    /// <summary>Whether the amount can be one at all.</summary>
    public static bool IsPlausible(decimal amount) => Math.Abs(amount) <= Largest;

    /// <summary>Whether amounts like this one, which are then plausible too, add up to the same in any order.</summary>
    public static bool AddsUpExactly(decimal amount)
    {
        Span<int> bits = stackalloc int[4];
        decimal.TryGetBits(amount, bits, out _);
        int scale = (bits[3] & ~Sign) >> ScaleShift;
        return bits[2] == 0 && scale < MostExact.Length && (((ulong)(uint)bits[1] << 32) | (uint)bits[0]) <= MostExact[scale];
    }
}
