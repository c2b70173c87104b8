namespace CustomerInsight.Matching;

/// <summary>What is wrong with an identity ledger.</summary>
public enum LedgerFaultKind
{
    /// <summary>A block is not where its number says: it is missing, or another stands in its place.</summary>
    BlockMissing,

    /// <summary>The block's hash does not follow from the block before and its own entries: one of them, an entry or the time was changed, added, taken out or moved.</summary>
    HashDiffers,

    /// <summary>An entry's content does not fit the commitment that the store keeps beside it.</summary>
    ContentDiffers,

    /// <summary>No block has the hash that was expected: the end was cut off, or the ledger was written anew.</summary>
    HeadMissing,
}
