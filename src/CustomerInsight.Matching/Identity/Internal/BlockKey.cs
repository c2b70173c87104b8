namespace CustomerInsight.Matching;

/// <summary>A key that a blocking rule gives a record: two records that share one meet.</summary>
/// <param name="Rule">The rule's position among those chosen.</param>
/// <param name="Key">The key.</param>
internal readonly record struct BlockKey(int Rule, ulong Key);
