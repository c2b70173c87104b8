namespace CustomerInsight.Matching;

/// <summary>What a blocking rule finds.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Pairs">How many pairs its blocks hold, those that other rules find too included.</param>
/// <param name="HubBlocks">How many blocks were left out because they hold more records than the cap: values shared by too many to say anything.</param>
/// <param name="HubRecords">How many distinct contents those blocks hold.</param>
public sealed record BlockCounts(string Rule, long Pairs, long HubBlocks, long HubRecords)
{
    /// <summary>Gets how many blocks over the cap are split by a further part instead of being left out.</summary>
    /// <value>0.</value>
    public long RefinedBlocks { get; init; }

    /// <summary>Gets how many blocks were under the cap when the model was trained and are over it now: they count until it is trained again.</summary>
    /// <value>0.</value>
    public long GrownBlocks { get; init; }
}
