namespace CustomerInsight.Matching;

/// <summary>Why two clusters must not be one.</summary>
internal readonly record struct Conflict(ApartReason Reason, string? Rule);
