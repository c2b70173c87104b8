namespace CustomerInsight.Models;

/// <summary>The sequences of draws of a numbered customer: one for each purpose, so that no draw for one shifts those for another.</summary>
internal static class CustomerDraws
{
    public const ulong Tenure = 1;
    public const ulong Purchases = 2;
    public const ulong Spend = 3;

    public static SeededRandom Of(ulong seed, int customer, ulong purpose) => new(StableHash.Combine(StableHash.Combine(seed, (ulong)customer), purpose));
}
