using System.Security.Cryptography;

namespace CustomerInsight.Testing.Tests;

/// <summary>A slow, lawful store of lists, with one fault to choose.</summary>
internal sealed class FakeIdentityStore(StoreFault fault = StoreFault.None) : IIdentityStore
{
    private readonly Dictionary<string, List<IdentityBlock>> _tenants = new(StringComparer.Ordinal);

    /// <summary>What a reopened store that lost nothing, or its erasures, would hold.</summary>
    public FakeIdentityStore Reopen(bool losesLast = false)
    {
        var again = new FakeIdentityStore(fault);
        foreach ((string tenant, List<IdentityBlock> blocks) in _tenants)
        {
            again._tenants[tenant] = [.. blocks.SkipLast(losesLast ? 1 : 0)];
        }

        return again;
    }

    public ValueTask<long> GetVersionAsync(string tenant, CancellationToken cancellationToken)
    {
        lock (_tenants)
        {
            return new ValueTask<long>(Blocks(tenant).Count + (fault == StoreFault.VersionCountsFromOne ? 1 : 0));
        }
    }

    public async ValueTask AppendAsync(string tenant, long expectedVersion, IdentityBlock block, CancellationToken cancellationToken)
    {
        if (fault != StoreFault.AnyNumber && block.Number != expectedVersion)
        {
            throw new ArgumentException("The number is not the version.", nameof(block));
        }

        if (fault == StoreFault.CancelledHalfway)
        {
            Add(tenant, expectedVersion, block);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (fault == StoreFault.ChecksThenAppends)
        {
            lock (_tenants)
            {
                Check(Blocks(tenant), expectedVersion);
            }

            await Task.Delay(20, cancellationToken);
            lock (_tenants)
            {
                Blocks(tenant).Add(Copy(block));
            }
        }
        else if (fault != StoreFault.CancelledHalfway)
        {
            Add(tenant, expectedVersion, block);
        }
    }

    public IAsyncEnumerable<IdentityBlock> ReadAsync(string tenant, long fromBlock, CancellationToken cancellationToken)
    {
        lock (_tenants)
        {
            IdentityBlock[] blocks = [.. Blocks(tenant)];
            long from = fault == StoreFault.IgnoresFrom ? 0 : fault == StoreFault.ReadsAfter ? fromBlock + 1 : fromBlock;
            IEnumerable<IdentityBlock> read = blocks.Where(block => block.Number >= from);
            return (fault == StoreFault.ReadsBackwards ? read.Reverse() : read).ToAsyncEnumerable();
        }
    }

    public ValueTask EraseAsync(string tenant, IReadOnlyList<EntryPosition> entries, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_tenants)
        {
            List<IdentityBlock> blocks = Blocks(tenant);
            IEnumerable<EntryPosition> known = entries.Where(position => position.Block < blocks.Count && position.Entry < blocks[(int)position.Block].Entries.Count);
            if (fault == StoreFault.ErasesBeforeItLooks)
            {
                Erase(blocks, known);
            }

            if (fault != StoreFault.ErasesWhatIsThere && known.Count() != entries.Count)
            {
                throw new ArgumentException("There is no such entry.", nameof(entries));
            }

            Erase(blocks, known);
        }

        return ValueTask.CompletedTask;
    }

    private void Erase(List<IdentityBlock> blocks, IEnumerable<EntryPosition> positions)
    {
        foreach (EntryPosition position in positions)
        {
            IdentityBlock block = blocks[(int)position.Block];
            IdentityEntry[] entries = [.. block.Entries];
            ref IdentityEntry entry = ref entries[position.Entry];
            switch (fault)
            {
                case StoreFault.ErasesNothing:
                    break;
                case StoreFault.ErasesPayloadOnly:
                    entry = entry.IsErased ? entry : new IdentityEntry(entry.Content[..IdentityEntry.SaltLength], entry.Erase().KeptCommitment);
                    break;
                case StoreFault.ErasesCommitments:
                    entry = IdentityEntry.Erased(new byte[IdentityEntry.CommitmentLength]);
                    break;
                case StoreFault.ErasesWholeBlocks:
                    entries = [.. entries.Select(static each => each.Erase())];
                    break;
                case StoreFault.ErasesTwice:
                    entry = entry.IsErased ? IdentityEntry.Erased(SHA256.HashData(entry.KeptCommitment.Span)) : entry.Erase();
                    break;
                default:
                    entry = entry.Erase();
                    break;
            }

            blocks[(int)position.Block] = new IdentityBlock(block.Number, block.At, block.Hash, [.. entries]);
        }
    }

    private void Add(string tenant, long expectedVersion, IdentityBlock block)
    {
        lock (_tenants)
        {
            List<IdentityBlock> blocks = Blocks(tenant);
            Check(blocks, expectedVersion);
            blocks.Add(fault == StoreFault.KeepsTheCallersBytes ? block : Copy(block));
        }
    }

    private void Check(List<IdentityBlock> blocks, long expectedVersion)
    {
        bool isRight = fault switch
        {
            StoreFault.NoConflictOnOld => blocks.Count >= expectedVersion,
            StoreFault.NoConflictOnNew => blocks.Count <= expectedVersion,
            _ => blocks.Count == expectedVersion,
        };
        if (!isRight)
        {
            throw fault == StoreFault.ConflictsOtherwise ? new InvalidOperationException("Conflict.") : new StoreConflictException(expectedVersion, blocks.Count);
        }
    }

    private IdentityBlock Copy(IdentityBlock block)
    {
        IEnumerable<IdentityEntry> entries = block.Entries.Select(entry => fault switch
        {
            StoreFault.LosesEmptyPayloads when entry.Payload.IsEmpty => entry.Erase(),
            StoreFault.CutsLongPayloads => new IdentityEntry(entry.Content[..Math.Min(entry.Content.Length, 8_000)].ToArray()),
            _ => new IdentityEntry(entry.Content.ToArray()),
        });
        return new IdentityBlock(
            block.Number,
            fault == StoreFault.RoundsTimes ? block.At.AddTicks(-(block.At.Ticks % TimeSpan.TicksPerMicrosecond)) : block.At,
            fault == StoreFault.HashesAnew ? SHA256.HashData(block.Hash.Span) : block.Hash.ToArray(),
            [.. fault == StoreFault.SortsEntries ? entries.OrderBy(static entry => entry.Content.Span[0]) : entries]);
    }

    private List<IdentityBlock> Blocks(string tenant)
    {
        string key = fault == StoreFault.OneTenant ? string.Empty : tenant;
        if (!_tenants.TryGetValue(key, out List<IdentityBlock>? blocks))
        {
            _tenants[key] = blocks = [];
        }

        return blocks;
    }
}
