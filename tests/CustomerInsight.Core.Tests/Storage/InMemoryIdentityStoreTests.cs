namespace CustomerInsight;

public sealed class InMemoryIdentityStoreTests
{
    private const string Tenant = "";
    private readonly InMemoryIdentityStore _store = new();

    [Fact]
    public async Task Store_New_IsEmptyAtVersionZero()
    {
        Assert.Equal(0, await _store.GetVersionAsync(Tenant, default));
        Assert.Empty(await ReadAsync(_store, 0));
        Assert.Empty(await ReadAsync(_store, 7));
        await _store.EraseAsync(Tenant, [], default);
    }

    [Fact]
    public void Store_AnyAppendsAndErasures_ReadsAsAListWould() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new SeededRandom((ulong)seed);
            var store = new InMemoryIdentityStore();
            List<IdentityBlock> expected = [];
            foreach (IdentityBlock block in Ledgers.Chain(random, 2 + random.Next(25)))
            {
                store.AppendAsync(Tenant, block.Number, block, default).AsTask().GetAwaiter().GetResult();
                expected.Add(block);
                if (random.Next(3) == 0)
                {
                    Erase(random, store, expected);
                }
            }

            int from = random.Next(expected.Count + 2);
            List<IdentityBlock> read = ReadAsync(store, from).GetAwaiter().GetResult();
            Assert.Equal(expected.Skip(from), read);
            for (int i = Math.Max(from, 1); i < expected.Count; i++)
            {
                Assert.True(read[i - from].Follows(expected[i - 1].Hash.Span));
            }

            return true;
        }).Check(Quick.Tests(150));

    [Fact]
    public async Task AppendAsync_OnAnotherVersion_ConflictsAndWritesNothing()
    {
        List<IdentityBlock> chain = Ledgers.Chain(new SeededRandom(1), 3);
        await Assert.ThrowsAsync<StoreConflictException>(async () => await _store.AppendAsync(Tenant, 1, chain[1], default));
        await _store.AppendAsync(Tenant, 0, chain[0], default);
        StoreConflictException error = await Assert.ThrowsAsync<StoreConflictException>(async () => await _store.AppendAsync(Tenant, 0, chain[0], default));

        Assert.Contains("version 1", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(async () => await _store.AppendAsync(Tenant, 1, chain[2], default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.AppendAsync(Tenant, 1, chain[1], new CancellationToken(canceled: true)));
        Assert.Equal(chain[..1], await ReadAsync(_store, 0));
    }

    [Fact]
    public async Task EraseAsync_AnyUnknownPosition_ErasesNothing()
    {
        IdentityBlock block = Ledgers.Block(new SeededRandom(2), IdentityBlock.FirstPreviousHash.Span, 0, 3, 50);
        await _store.AppendAsync(Tenant, 0, block, default);
        foreach (EntryPosition wrong in new EntryPosition[] { new(0, 3), new(0, -1), new(1, 0), new(-1, 0) })
        {
            ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(async () => await _store.EraseAsync(Tenant, [new EntryPosition(0, 1), wrong], default));
            Assert.Contains("nothing was erased", error.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<ArgumentException>(async () => await _store.EraseAsync("other", [new EntryPosition(0, 1)], default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.EraseAsync(Tenant, [new EntryPosition(0, 1)], new CancellationToken(canceled: true)));
        Assert.Equal([block], await ReadAsync(_store, 0));
    }

    [Fact]
    public async Task ReadAsync_WritesMeanwhile_GivesWhatWasThereWhenReadingBegan()
    {
        List<IdentityBlock> chain = Ledgers.Chain(new SeededRandom(3), 40);
        foreach (IdentityBlock block in chain[..20])
        {
            await _store.AppendAsync(Tenant, block.Number, block, default);
        }

        List<IdentityBlock> read = [];
        await foreach (IdentityBlock block in _store.ReadAsync(Tenant, 0, default))
        {
            read.Add(block);
            await _store.AppendAsync(Tenant, 19 + read.Count, chain[19 + read.Count], default);
            await _store.EraseAsync(Tenant, [.. Enumerable.Range(0, chain[20 - read.Count].Entries.Count).Select(entry => new EntryPosition(20 - read.Count, entry))], default);
        }

        Assert.Equal(chain[..20], read);
        Assert.Equal(40, await _store.GetVersionAsync(Tenant, default));
        Assert.All((await ReadAsync(_store, 0))[1..20], static block => Assert.All(block.Entries, static entry => Assert.True(entry.IsErased)));
    }

    [Fact]
    public async Task Tenants_Two_DoNotSeeEachOther()
    {
        List<IdentityBlock> chain = Ledgers.Chain(new SeededRandom(4), 2);
        await _store.AppendAsync("a", 0, chain[0], default);
        await _store.AppendAsync("a", 1, chain[1], default);

        Assert.Equal(0, await _store.GetVersionAsync("A", default));
        await _store.AppendAsync("b", 0, chain[0], default);
        Assert.Equal(2, await _store.GetVersionAsync("a", default));
        Assert.Equal(1, await _store.GetVersionAsync("b", default));
    }

    [Fact]
    public async Task AppendAsync_TheCallersBytesChangeLater_KeepsWhatItWasGiven()
    {
        byte[] content = Ledgers.Bytes(new SeededRandom(5), 40);
        byte[] copy = [.. content];
        await _store.AppendAsync(Tenant, 0, new IdentityBlock(0, Ledgers.Start, new byte[32], [new IdentityEntry(content)]), default);
        content.AsSpan().Clear();

        Assert.Equal(copy, (await ReadAsync(_store, 0))[0].Entries[0].Content.ToArray());
    }

    [Fact]
    public async Task Store_ReadersBesideAWriter_SeeWholeBlocksInOrder()
    {
        var random = new SeededRandom(6);
        List<IdentityBlock> chain = Ledgers.Chain(random, 300);
        using var done = new CancellationTokenSource();
        Task[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                int at = 0;
                await foreach (IdentityBlock block in _store.ReadAsync(Tenant, 0, default))
                {
                    Assert.Equal(chain[at].Hash.ToArray(), block.Hash.ToArray());
                    Assert.Equal(chain[at].Entries.Count, block.Entries.Count);
                    Assert.All(block.Entries.Zip(chain[at].Entries), static pair => Assert.True(pair.First == pair.Second || pair.First == Ledgers.Erased(pair.Second)));
                    at++;
                }
            }
        }))];
        foreach (IdentityBlock block in chain)
        {
            await _store.AppendAsync(Tenant, block.Number, block, default);
            IdentityBlock erased = chain[random.Next((int)block.Number + 1)];
            if (erased.Entries.Count > 0)
            {
                await _store.EraseAsync(Tenant, [new EntryPosition(erased.Number, random.Next(erased.Entries.Count))], default);
            }
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(300, (await ReadAsync(_store, 0)).Count);
    }

    [Fact]
    public async Task AppendAsync_ManyWriters_LetsExactlyOneOfEachVersionThrough()
    {
        int[] written = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            int done = 0;
            while (done < 100)
            {
                long version = await _store.GetVersionAsync(Tenant, default);
                try
                {
                    await _store.AppendAsync(Tenant, version, Ledgers.Block(new SeededRandom((ulong)writer), IdentityBlock.FirstPreviousHash.Span, version, 2, 60), default);
                    done++;
                }
                catch (StoreConflictException)
                {
                    // Another was faster.
                }
            }

            return done;
        })));

        Assert.Equal(written.Sum(), await _store.GetVersionAsync(Tenant, default));
        Assert.Equal(Enumerable.Range(0, 400).Select(static number => (long)number), (await ReadAsync(_store, 0)).Select(static block => block.Number));
    }

    [Fact]
    public void AppendAsync_ManySmallEntries_TakesLittleBeyondThePayloads()
    {
        IdentityBlock[] blocks = [.. Enumerable.Range(0, 40).Select(static number => Ledgers.Block(new SeededRandom((ulong)number), IdentityBlock.FirstPreviousHash.Span, number, 1_024, 240))];
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (IdentityBlock block in blocks)
        {
            Assert.True(_store.AppendAsync(Tenant, block.Number, block, default).AsTask().IsCompletedSuccessfully);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        long payloads = blocks.Sum(static block => block.Entries.Sum(static entry => (long)entry.Payload.Length));
        Assert.InRange(allocated - payloads, 40 * 1_024 * IdentityEntry.SaltLength, 40 * 1_024 * 24);
    }

    private static void Erase(SeededRandom random, InMemoryIdentityStore store, List<IdentityBlock> expected)
    {
        List<EntryPosition> positions = [];
        for (int i = random.Next(4); i >= 0; i--)
        {
            IdentityBlock block = expected[random.Next(expected.Count)];
            int share = 1 + random.Next(3);
            positions.AddRange(Enumerable.Range(0, block.Entries.Count).Where(_ => random.Next(share) == 0).Select(entry => new EntryPosition(block.Number, entry)));
        }

        positions.Reverse();
        store.EraseAsync(Tenant, positions, default).AsTask().GetAwaiter().GetResult();
        foreach (IGrouping<long, EntryPosition> block in positions.GroupBy(static position => position.Block))
        {
            IdentityBlock old = expected[(int)block.Key];
            HashSet<int> gone = [.. block.Select(static position => position.Entry)];
            expected[(int)block.Key] = new IdentityBlock(old.Number, old.At, old.Hash, ValueList.From(old.Entries.Select((entry, i) => gone.Contains(i) ? Ledgers.Erased(entry) : entry)));
        }
    }

    private static async Task<List<IdentityBlock>> ReadAsync(InMemoryIdentityStore store, long from)
    {
        List<IdentityBlock> blocks = [];
        await foreach (IdentityBlock block in store.ReadAsync(Tenant, from, default))
        {
            blocks.Add(block);
        }

        return blocks;
    }
}
