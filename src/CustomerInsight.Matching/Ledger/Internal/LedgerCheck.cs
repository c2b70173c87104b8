using System.Security.Cryptography;

namespace CustomerInsight.Matching;

/// <summary>Checks the blocks of a ledger one after the other.</summary>
/// <param name="expectedHead">The hash that one of them must have, or null.</param>
internal sealed class LedgerCheck(byte[]? expectedHead)
{
    private readonly byte[] _head = IdentityBlock.FirstPreviousHash.ToArray();
    private bool _hasHead = expectedHead is null || IdentityBlock.FirstPreviousHash.Span.SequenceEqual(expectedHead);
    private LedgerFault? _fault;
    private long _entries;
    private long _erased;

    public long Blocks { get; private set; }

    /// <summary>Checks the next block.</summary>
    /// <returns>Whether it is sound.</returns>
    public bool Add(IdentityBlock block)
    {
        _fault = FaultOf(block);
        if (_fault is not null)
        {
            return false;
        }

        foreach (IdentityEntry entry in block.Entries.AsSpan())
        {
            _erased += entry.IsErased ? 1 : 0;
        }

        _entries += block.Entries.Count;
        Blocks++;
        block.Hash.CopyTo(_head);
        _hasHead |= block.Hash.Span.SequenceEqual(expectedHead);
        return true;
    }

    /// <summary>Says what was found, once there are no more blocks.</summary>
    /// <param name="version">How many there were said to be.</param>
    public LedgerVerification Finish(long version)
    {
        _fault ??= Blocks < version ? new LedgerFault(LedgerFaultKind.BlockMissing, Blocks)
            : !_hasHead ? new LedgerFault(LedgerFaultKind.HeadMissing, Blocks)
            : null;
        return new LedgerVerification(Blocks, _entries, _erased, Convert.ToHexString(_head), _fault);
    }

    private LedgerFault? FaultOf(IdentityBlock block)
    {
        if (block.Number != Blocks)
        {
            return new LedgerFault(LedgerFaultKind.BlockMissing, Blocks);
        }

        Span<byte> commitment = stackalloc byte[IdentityEntry.CommitmentLength];
        for (int i = 0; i < block.Entries.Count; i++)
        {
            IdentityEntry entry = block.Entries[i];
            if (!entry.IsErased && !entry.KeptCommitment.IsEmpty)
            {
                SHA256.HashData(entry.Content.Span, commitment);
                if (!commitment.SequenceEqual(entry.KeptCommitment.Span))
                {
                    return new LedgerFault(LedgerFaultKind.ContentDiffers, block.Number, i);
                }
            }
        }

        return block.Follows(_head) ? null : new LedgerFault(LedgerFaultKind.HashDiffers, block.Number);
    }
}
