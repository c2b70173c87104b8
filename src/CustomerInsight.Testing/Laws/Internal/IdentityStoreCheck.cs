using CustomerInsight.Matching;

namespace CustomerInsight.Testing;

/// <summary>What an identity store must do with one tenant's ledger, beside the list of blocks that it should hold.</summary>
internal sealed class IdentityStoreCheck(IIdentityStore store, string tenant, ulong seed, CancellationToken cancellationToken)
{
    private const int Writers = 4;
    private const int Rounds = 10;

    private readonly SeededRandom _random = new(seed);
    private List<IdentityBlock> _expected = [];

    /// <summary>The same expectations of another object for the same data.</summary>
    public IdentityStoreCheck In(IIdentityStore other) => new(other, tenant, seed, cancellationToken) { _expected = _expected };

    /// <summary>Version, blocks from any on, and the chain are those of what was written.</summary>
    public async Task IsAsWrittenAsync(string when, string law = LawViolationException.Contract)
    {
        long version = await CallAsync(() => store.GetVersionAsync(tenant, cancellationToken), "GetVersionAsync", when).ConfigureAwait(false);
        Require(version == _expected.Count, law, $"the version is {version} {when}, not {_expected.Count}. Give the number of blocks.");
        foreach (int from in new[] { 0, 1, _expected.Count / 2, _expected.Count - 1, _expected.Count, _expected.Count + 3 }.Where(static from => from >= 0).Distinct())
        {
            List<IdentityBlock> read = await ReadAsync(from, when).ConfigureAwait(false);
            for (int i = 0; i < read.Count && from + i < _expected.Count; i++)
            {
                Block(read[i], _expected[from + i], from, when, law);
            }

            int due = Math.Max(0, _expected.Count - from);
            Require(read.Count == due, law, $"reading from block {from} gives {read.Count} blocks {when}, not {due}.");
        }

        LedgerVerification verification = await LedgerVerifier.VerifyAsync(store, tenant, cancellationToken: cancellationToken).ConfigureAwait(false);
        Require(verification.IsSound, law, $"the ledger does not verify {when}. {verification.Fault}");
    }

    public async Task AppendAllAsync(int blocks)
    {
        for (int i = 0; i < blocks; i++)
        {
            IdentityBlock block = MadeUpBlocks.Next(_random, _expected);
            IdentityBlock given = MadeUpBlocks.Copy(block, out List<byte[]> bytes);
            await CallAsync(() => AppendAsync(given), "AppendAsync", $"for block {block.Number}").ConfigureAwait(false);

            // A store that keeps the caller's memory holds something else from now on.
            bytes.ForEach(static content => content.AsSpan().Fill(0xEE));
            _expected.Add(block);
        }

        await IsAsWrittenAsync("after blocks were appended").ConfigureAwait(false);
    }

    public async Task AppendsAreRefusedAsync()
    {
        IdentityBlock last = _expected[^1];
        IdentityBlock next = MadeUpBlocks.Next(_random, _expected);
        IdentityBlock later = MadeUpBlocks.Next(_random, [.. _expected, next]);
        await RefusesAsync<StoreConflictException>(() => AppendAsync(last), "an append on the version before the last").ConfigureAwait(false);
        await RefusesAsync<StoreConflictException>(() => AppendAsync(later), "an append on a version that is not there yet").ConfigureAwait(false);
        await RefusesAsync<ArgumentException>(
            async () =>
            {
                await store.AppendAsync(tenant, next.Number, later, cancellationToken).ConfigureAwait(false);
                return true;
            },
            "a block whose number is not the expected version").ConfigureAwait(false);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync().ConfigureAwait(false);
        try
        {
            await store.AppendAsync(tenant, next.Number, next, cancelled.Token).ConfigureAwait(false);
            _expected.Add(next);
        }
        catch (OperationCanceledException)
        {
            // Then nothing was written.
        }

        await IsAsWrittenAsync("after a cancelled append").ConfigureAwait(false);
    }

    public async Task ErasuresAsync()
    {
        await RefusesAsync<ArgumentException>(() => EraseAsync([new EntryPosition(0, 0), new EntryPosition(_expected.Count, 0)]), "an erasure in a block that is not there").ConfigureAwait(false);
        await RefusesAsync<ArgumentException>(() => EraseAsync([new EntryPosition(0, 0), new EntryPosition(0, _expected[0].Entries.Count)]), "an erasure of an entry that is not there").ConfigureAwait(false);
        await CallAsync(() => EraseAsync([]), "EraseAsync", "for no entries").ConfigureAwait(false);
        await IsAsWrittenAsync("after an erasure of no entries", "L7").ConfigureAwait(false);
        for (int round = 0; round < 3; round++)
        {
            // Some twice, some erased before, in no order.
            EntryPosition[] positions = [.. _expected.SelectMany(static block => block.Entries.Select((_, i) => new EntryPosition(block.Number, i))).Where(_ => _random.Next(3) == 0)];
            positions = [.. positions.AsEnumerable().Reverse(), .. positions.Take(2)];
            await CallAsync(() => EraseAsync(positions), "EraseAsync", "for entries that are there").ConfigureAwait(false);
            foreach (IGrouping<long, EntryPosition> block in positions.GroupBy(static position => position.Block))
            {
                _expected[(int)block.Key] = _expected[(int)block.Key].Erase(block.Select(static position => position.Entry));
            }

            await IsAsWrittenAsync("after an erasure", "L7").ConfigureAwait(false);
        }
    }

    public async Task WritersCompeteAsync()
    {
        for (int round = 0; round < Rounds; round++)
        {
            IdentityBlock[] blocks = [.. Enumerable.Range(0, Writers).Select(_ => MadeUpBlocks.Next(_random, _expected))];
            bool[] succeeded = await Task.WhenAll(blocks.Select(block => Task.Run(() => TryAppendAsync(block), cancellationToken))).ConfigureAwait(false);
            int winners = succeeded.Count(static won => won);
            Require(winners == 1, LawViolationException.Contract, $"of {Writers} writers on one version {winners} succeed, not 1. Compare the version and append as one step.");
            _expected.Add(blocks[Array.IndexOf(succeeded, true)]);
        }

        await IsAsWrittenAsync("after writers competed").ConfigureAwait(false);
    }

    public async Task ReadersGoOnAsync()
    {
        int begun = _expected.Count;
        int read = 0;
        await foreach (IdentityBlock block in store.ReadAsync(tenant, 0, cancellationToken).ConfigureAwait(false))
        {
            Require(read < _expected.Count, LawViolationException.Contract, "a reading gives more blocks than there are, while blocks are appended.");
            Block(block, _expected[read], 0, "while blocks are appended", LawViolationException.Contract);
            read++;
            if (_expected.Count < begun + 3)
            {
                IdentityBlock next = MadeUpBlocks.Next(_random, _expected);
                await CallAsync(() => AppendAsync(next), "AppendAsync", "while blocks are read").ConfigureAwait(false);
                _expected.Add(next);
            }
        }

        Require(read >= begun, LawViolationException.Contract, $"a reading ends after {read} blocks while others are appended, though {begun} were there when it began.");
        await IsAsWrittenAsync("after blocks were appended during a reading").ConfigureAwait(false);
    }

    private static void Block(IdentityBlock read, IdentityBlock expected, int from, string when, string law)
    {
        Require(read.Number == expected.Number, law, $"reading from block {from} gives block {read.Number} {when}, not {expected.Number}. Give blocks by rising number, without gaps.");
        Require(read.At == expected.At, law, $"block {expected.Number} has another time {when}. Keep times to the tick, in UTC.");
        Require(read.Hash.Span.SequenceEqual(expected.Hash.Span), law, $"block {expected.Number} has another hash {when}.");
        Require(read.Entries.Count == expected.Entries.Count, law, $"block {expected.Number} has {read.Entries.Count} entries {when}, not {expected.Entries.Count}.");
        for (int i = 0; i < expected.Entries.Count; i++)
        {
            string entry = $"entry {i} of block {expected.Number}";
            Require(read.Entries[i].IsErased || !expected.Entries[i].IsErased, law, $"{entry} can still be read {when}. Erase salt and payload for good.");
            Require(!read.Entries[i].IsErased || expected.Entries[i].IsErased, law, $"{entry} is gone {when}, though nobody erased it.");
            Require(read.Entries[i] == expected.Entries[i], law, $"{entry} is not as it was written {when}. Keep all bytes of its content, or of its commitment once it is erased.");
        }
    }

    private static void Require(bool holds, string law, string message)
    {
        if (!holds)
        {
            throw new LawViolationException(law, $"In the store, {message}");
        }
    }

    private static async Task<T> CallAsync<T>(Func<ValueTask<T>> call, string method, string when)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new LawViolationException(LawViolationException.Contract, $"{method} of the store throws {exception.GetType().Name} {when}.", exception);
        }
    }

    private async Task RefusesAsync<T>(Func<ValueTask<bool>> call, string what)
        where T : Exception
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (T)
        {
            await IsAsWrittenAsync($"after {what} was refused").ConfigureAwait(false);
            return;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new LawViolationException(LawViolationException.Contract, $"The store throws {exception.GetType().Name} for {what}, not {typeof(T).Name}.", exception);
        }

        throw new LawViolationException(LawViolationException.Contract, $"The store takes {what}. Throw {typeof(T).Name}, and change nothing.");
    }

    private async ValueTask<bool> AppendAsync(IdentityBlock block)
    {
        await store.AppendAsync(tenant, block.Number, block, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<bool> EraseAsync(IReadOnlyList<EntryPosition> positions)
    {
        await store.EraseAsync(tenant, positions, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> TryAppendAsync(IdentityBlock block)
    {
        try
        {
            return await AppendAsync(block).ConfigureAwait(false);
        }
        catch (StoreConflictException)
        {
            return false;
        }
    }

    private Task<List<IdentityBlock>> ReadAsync(long from, string when) => CallAsync(
        async () =>
        {
            List<IdentityBlock> blocks = [];
            await foreach (IdentityBlock block in store.ReadAsync(tenant, from, cancellationToken).ConfigureAwait(false))
            {
                blocks.Add(block);
            }

            return blocks;
        },
        "ReadAsync",
        when);
}
