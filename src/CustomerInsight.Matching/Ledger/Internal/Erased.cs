namespace CustomerInsight.Matching;

/// <summary>Stands for an entry that was erased.</summary>
internal sealed record Erased : LedgerEntry
{
    public static Erased Entry { get; } = new();
}
