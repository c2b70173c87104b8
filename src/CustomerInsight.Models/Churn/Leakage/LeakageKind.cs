namespace CustomerInsight.Models;

/// <summary>What is suspicious about a trait.</summary>
public enum LeakageKind
{
    /// <summary>It changes when all that is dated after the cut-off is deleted: it looks ahead, for sure.</summary>
    LooksAhead,

    /// <summary>Alone it tells what becomes of customers better than a trait can that looks back.</summary>
    TooGood,

    /// <summary>Alone it tells far more than every other trait does.</summary>
    FarAbove,
}
