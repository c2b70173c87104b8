namespace CustomerInsight.Matching;

/// <summary>What a graph counts; the writer alone changes it.</summary>
internal sealed class GraphCounts
{
    public long Records { get; set; }

    public long Contents { get; set; }

    public long Profiles { get; set; }

    public long KeptPairs { get; set; }

    public long Upserts { get; set; }

    public long Unchanged { get; set; }

    public long OutOfOrder { get; set; }

    public long Deletes { get; set; }

    public long PairsCompared { get; set; }

    public long Quarantined { get; set; }

    public long Rejected { get; set; }

    public long GrownBlocks { get; set; }
}
