using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>The first place at which an identity ledger is wrong.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Block">The number of the block; for <see cref="LedgerFaultKind.HeadMissing"/> how many blocks there are.</param>
/// <param name="Entry">The place of the entry in the block, for <see cref="LedgerFaultKind.ContentDiffers"/>; else null.</param>
public sealed record LedgerFault(LedgerFaultKind Kind, long Block, int? Entry = null)
{
    /// <summary>Says what is wrong, where, and what to do; never what an entry holds.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{What()} Keep the ledger as it is for whoever looks into it, and restore a copy from before.");

    private string What() => Kind switch
    {
        LedgerFaultKind.BlockMissing => string.Create(CultureInfo.InvariantCulture, $"Block {Block} is missing or not in its place."),
        LedgerFaultKind.HashDiffers => string.Create(CultureInfo.InvariantCulture, $"The hash of block {Block} does not follow: it, one of its entries or the block before was changed."),
        LedgerFaultKind.ContentDiffers => string.Create(CultureInfo.InvariantCulture, $"Entry {Entry} of block {Block} does not fit its commitment: it was changed."),
        _ => string.Create(CultureInfo.InvariantCulture, $"None of the {Block} blocks has the expected hash: later ones were cut off, or the ledger was written anew."),
    };
}
