namespace CustomerInsight.Models;

/// <summary>How a search for a minimum ended.</summary>
internal enum SearchStatus
{
    /// <summary>The gradient vanished.</summary>
    Converged,

    /// <summary>The iterations ran out.</summary>
    IterationLimit,

    /// <summary>No step along the descent direction made the value smaller, with a gradient that is not small.</summary>
    NoProgress,

    /// <summary>The start itself has no finite value.</summary>
    NotFinite,
}
