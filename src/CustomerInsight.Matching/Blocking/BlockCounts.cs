namespace CustomerInsight.Matching;

/// <summary>What a blocking rule finds.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Pairs">How many pairs its blocks hold, those that other rules find too included.</param>
/// <param name="HubBlocks">How many blocks were left out because they hold more records than the cap: values shared by too many to say anything.</param>
/// <param name="HubRecords">How many distinct contents those blocks hold.</param>
public sealed record BlockCounts(string Rule, long Pairs, long HubBlocks, long HubRecords);
