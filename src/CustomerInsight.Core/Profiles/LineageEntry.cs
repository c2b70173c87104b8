namespace CustomerInsight;

/// <summary>One record that had something to say about a field of a profile.</summary>
/// <param name="Record">The record.</param>
/// <param name="ObservedAt">Which version of it: when the source held it, or null where the source does not say.</param>
/// <param name="Values">What it said, as the source wrote it.</param>
public sealed record LineageEntry(RecordKey Record, DateTimeOffset? ObservedAt, AttributeValues Values);
