namespace CustomerInsight.Matching;

/// <summary>What a person said about two groups of records: each of the one with each of the other.</summary>
/// <param name="Block">The block of the ledger that holds it: the decision that it is part of.</param>
/// <param name="Kind">What is said.</param>
/// <param name="Left">The one group.</param>
/// <param name="Right">The other.</param>
/// <param name="Note">Who said it, why and when; null where it was erased.</param>
internal sealed record LiveAssertion(long Block, AssertionKind Kind, LiveRecord[] Left, LiveRecord[] Right, StewardNote? Note)
{
    /// <summary>Who said it, why and when; null where it was erased.</summary>
    public StewardNote? Note { get; set; } = Note;

    /// <summary>The records on the other side of one.</summary>
    public IEnumerable<LiveRecord> Across(LiveRecord record) =>
        (Array.IndexOf(Left, record) >= 0 ? Right : []).Concat(Array.IndexOf(Right, record) >= 0 ? Left : []);

    /// <summary>Whether it says anything about a live record and another live one.</summary>
    public bool Binds(LiveRecord record) => Across(record).Any(static other => other.IsLive);

    /// <summary>Lets the records know of it.</summary>
    public void Bind()
    {
        foreach (LiveRecord record in Left.Concat(Right))
        {
            record.Assertions = [.. record.Assertions ?? [], this];
        }
    }

    /// <summary>Lets the records forget it.</summary>
    public void Unbind()
    {
        foreach (LiveRecord record in Left.Concat(Right))
        {
            record.Assertions = record.Assertions?.FindAll(other => !ReferenceEquals(other, this)) is { Count: > 0 } rest ? rest : null;
        }
    }
}
