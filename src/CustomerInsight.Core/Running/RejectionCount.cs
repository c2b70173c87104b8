namespace CustomerInsight;

/// <summary>How many rows were quarantined for one reason.</summary>
/// <param name="Code">The reason's code.</param>
/// <param name="Count">How many rows.</param>
public readonly record struct RejectionCount(string Code, long Count);
