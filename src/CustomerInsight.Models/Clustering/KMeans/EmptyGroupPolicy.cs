namespace CustomerInsight.Models;

/// <summary>What becomes of a group that loses its last row while centres are searched.</summary>
public enum EmptyGroupPolicy
{
    /// <summary>Its centre moves to the row that is farthest from its own centre.</summary>
    MoveToFarthest,

    /// <summary>Its centre stays where it is, and may get rows again; the model may have groups without rows.</summary>
    Keep,

    /// <summary>Its centre stays where it is while the search goes on; the model has only the groups that have rows.</summary>
    Drop,
}
