namespace CustomerInsight;

/// <summary>One record's say about a field, or about the fields of a group together.</summary>
/// <param name="Record">The record.</param>
/// <param name="TrustRank">The rank of its source: 0 is trusted most.</param>
/// <param name="Values">The source's values, one entry for each field of the group; a field on its own is a group of one.</param>
/// <param name="Standardized">The same values in the form to compare by.</param>
/// <param name="FilledFields">How many attributes of the whole record have a value.</param>
public sealed record Contender(SourceRecord Record, int TrustRank, ValueList<AttributeValues> Values, ValueList<AttributeValues> Standardized, int FilledFields);
