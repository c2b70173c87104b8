namespace CustomerInsight.Matching;

/// <summary>What few records have: several versions, or decisions of people about them. Each list is replaced by a change, so that one who goes through it is not disturbed.</summary>
internal sealed class RecordTrail
{
    public (long Block, ulong Hash)[]? Versions { get; set; }

    public List<long>? Decisions { get; set; }

    public List<LiveAssertion>? Assertions { get; set; }
}
