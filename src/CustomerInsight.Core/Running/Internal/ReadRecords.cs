namespace CustomerInsight;

/// <summary>What the reading stage hands to the standardizing stage: the records in canonical order.</summary>
internal sealed record ReadRecords(SourceRecord[] Records);
