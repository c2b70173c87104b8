namespace CustomerInsight;

/// <summary>A record on its way into a profile.</summary>
/// <param name="Record">The record.</param>
/// <param name="TrustRank">The rank of its source: 0 is trusted most.</param>
/// <param name="Standardized">For each attribute of the record's own schema, in its order, the values to compare by.</param>
public sealed record MergeRecord(SourceRecord Record, int TrustRank, ValueList<AttributeValues> Standardized);
