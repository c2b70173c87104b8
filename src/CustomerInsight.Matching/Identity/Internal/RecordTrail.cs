namespace CustomerInsight.Matching;

/// <summary>What few records have: several versions, or decisions of people about them.</summary>
internal sealed class RecordTrail
{
    public List<(long Block, ulong Hash)>? Versions { get; set; }

    public List<long>? Decisions { get; set; }

    public List<LiveAssertion>? Assertions { get; set; }
}
