using System.Collections.Concurrent;

namespace CustomerInsight.Matching.Tests;

/// <summary>Calls that are cut off, stores that fail, many threads at once: the next call is right, and nothing is lost.</summary>
public sealed class IdentityTroubleTests
{
    [Fact]
    public void AStoreThatFailsBeforeOrAfterItTookEffect_LosesNothing() => Worlds.Check(20, async seed =>
    {
        IdentityWorld made = await IdentityWorld.CreateAsync(seed);
        var store = new FaultyStore();
        await using var graph = new IdentityGraph(made.Setup.Over(store));
        SourceRecord[] records = [.. Enumerable.Range(0, 25).Select(_ => made.Any())];
        await graph.LoadAsync(records[..5].Select(static record => RecordChange.Upsert(record)).ToAsyncEnumerable(), made.Graph.Model);
        foreach (SourceRecord record in records[5..])
        {
            store.Fault = (FaultyStore.Kind)made.Random.Next((int)FaultyStore.Kind.Erasing);
            try
            {
                await graph.ResolveAsync(record);
            }
            catch (Exception failed) when (failed is IOException or OperationCanceledException)
            {
                bool isThere = store.Fault is FaultyStore.Kind.ThrowsAfter or FaultyStore.Kind.CancelsAfter;
                store.Fault = FaultyStore.Kind.None;
                Resolution again = await graph.ResolveAsync(record);
                Assert.True(!isThere || again.Kind == ResolutionKind.Unchanged, $"seed {seed}: what the store had was written again");
            }
        }

        await using var quiet = new IdentityGraph(made.Setup.Over(new InMemoryIdentityStore()));
        await quiet.LoadAsync(records[..5].Select(static record => RecordChange.Upsert(record)).ToAsyncEnumerable(), made.Graph.Model);
        foreach (SourceRecord record in records[5..])
        {
            await quiet.ResolveAsync(record);
        }

        Assert.Equal(await quiet.HashStateAsync(), await graph.HashStateAsync());
        Assert.True((await LedgerVerifier.VerifyAsync(store, string.Empty, graph.Head)).IsSound);
    });

    [Fact]
    public async Task ACallThatIsCancelled_HasDoneNothing()
    {
        var store = new FaultyStore();
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model(), store);
        string hash = await graph.HashStateAsync();
        SourceRecord record = Crowd.Person("1", "Ann", "Lee");
        var already = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await graph.ResolveAsync(record, already));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await graph.DeleteAsync(Crowd.Key("first"), already));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await graph.EraseAsync(Crowd.Key("first"), already));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await graph.AdoptAsync(Crowd.Model(), cancellationToken: already));

        // While another one writes.
        var going = new TaskCompletionSource();
        store.Wait = going.Task;
        Task<Resolution> first = graph.ResolveAsync(Crowd.Person("2", "Bob")).AsTask();
        using var cancel = new CancellationTokenSource();
        Task<Resolution> second = graph.ResolveAsync(record, cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Null(graph.Find(record.Key));
        Assert.Null(graph.Find(Crowd.Key("2")));
        going.SetResult();
        Assert.Equal(ResolutionKind.Created, (await first).Kind);
        await graph.EraseAsync(Crowd.Key("2"));
        Assert.NotEqual(hash, await graph.HashStateAsync());
        Assert.Equal(1, graph.Count().Records);
    }

    [Fact]
    public async Task ALoadThatIsCutOff_IsFinishedByTheNext()
    {
        IdentityWorld made = await IdentityWorld.CreateAsync(11);
        var store = new FaultyStore();
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model(), store, null, Crowd.Person("1", "Ann", "Lee"), Crowd.Person("2", "Bob", "Grant"));
        RecordChange[] changes = [.. new[] { Crowd.Person("1", "Ann", "Grant", day: 5), Crowd.Person("2", "Bob", "Grant", phone: "07700900123", day: 5), Crowd.Person("3", "Ann", "Grant"), Crowd.Person("4", "Zoe", "Grant"), Crowd.Person("5", "Zoe", "Lee") }.Select(static record => RecordChange.Upsert(record))];
        using (var cancel = new CancellationTokenSource())
        {
            var progress = new CancelAt(cancel, "train");
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => graph.LoadAsync(changes.ToAsyncEnumerable(), null, progress, cancel.Token));
        }

        Assert.Equal((2, "Lee"), (graph.Count().Records, graph.Find(Crowd.Key("1"))!["family_name"]!.Values.First));
        await using var opened = new IdentityGraph(new IdentitySetup { Store = await Ledgers.CopyAsync(store), Options = new MatchingOptions { LinkProbability = 0.8 }, Clock = new CountingClock() });
        await opened.OpenAsync();
        Assert.Equal(await graph.HashStateAsync(), await opened.HashStateAsync());

        // One is deleted, one is erased, one says something later, one something earlier than what waits.
        foreach (IdentityGraph either in (IdentityGraph[])[graph, opened])
        {
            await either.DeleteAsync(Crowd.Key("4"));
            await either.EraseAsync(Crowd.Key("5"));
            await either.ResolveAsync(Crowd.Person("1", "Ann", "O'Brien", day: 9));
            await either.ResolveAsync(Crowd.Person("2", "Bob", "Leigh", day: 2));
            await either.LoadAsync(AsyncEnumerable.Empty<RecordChange>());
            Assert.Equal(
                ["O'Brien", "Grant", "Grant", null, null],
                Enumerable.Range(1, 5).Select(i => either.Find(Crowd.Key($"{i}"))?["family_name"]!.Values.First));
            Assert.Equal("07700900123", either.Find(Crowd.Key("2"))!["phone"]!.Values.First);
            Assert.Equal(3, either.Count().Records);
        }

        Assert.Equal(await graph.HashStateAsync(), await opened.HashStateAsync());
        await using var last = new IdentityGraph(new IdentitySetup { Store = await Ledgers.CopyAsync(store), Options = new MatchingOptions { LinkProbability = 0.8 } });
        await last.OpenAsync();
        Assert.Equal(await graph.HashStateAsync(), await last.HashStateAsync());
        Assert.Equal(graph.Count().Records, last.Count().Records);
        await made.Graph.DisposeAsync();
    }

    [Fact]
    public async Task ManyThreadsAtOnce_ComeToWhatABatchMakesOfIt_AndReadersSeeWholeProfiles()
    {
        IdentityWorld world = await IdentityWorld.CreateAsync(21);
        SourceRecord[] records = [.. Enumerable.Range(0, 240).Select(_ => world.Any())];
        var torn = new ConcurrentBag<string>();
        using var done = new CancellationTokenSource();
        Task[] readers = [.. Enumerable.Range(0, 2).Select(reader => Task.Run(() =>
        {
            for (int i = reader; !done.IsCancellationRequested; i++)
            {
                SourceRecord record = records[i % records.Length];
                if (world.Graph.Find(record.Key) is { } profile && (profile.Records.Count == 0 || profile.Fields.Any(field => !profile.Records.Contains(field.Winner.Record))))
                {
                    torn.Add("a value of no record of its profile");
                }

                world.Graph.Search(record, 3);
                ProfileLookup found = world.Graph.Find(new ProfileId(1 + (i % 20)));
                if (found.Profile is { } other && other.Records.Count == 0)
                {
                    torn.Add("a profile of nothing");
                }
            }
        }))];
        Task[] writers = [.. Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (int i = writer; i < records.Length; i += 4)
            {
                await world.Graph.ResolveAsync(records[i]);
                if (i % 3 == 0)
                {
                    await world.Graph.DeleteAsync(records[(i * 7) % records.Length].Key);
                }
            }
        }))];
        await Task.WhenAll(writers);
        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Empty(torn);

        // Which came last is not known, so all are put in order once more.
        foreach (SourceRecord record in records)
        {
            await world.UpsertAsync(record);
        }

        (string partition, string values) = await world.BatchAsync();
        Assert.Equal(partition, world.Partition());
        Assert.Equal(values, IdentityWorld.Values(world.Profiles().Values));
        IdentityWorld copy = await world.CopyAsync(1);
        Assert.Equal(await world.Graph.HashStateAsync(), await copy.Graph.HashStateAsync());
    }

    [Fact]
    public async Task DisposedWhileOthersWait_TellsThem()
    {
        var store = new FaultyStore();
        IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model(), store);
        var going = new TaskCompletionSource();
        store.Wait = going.Task;
        Task<Resolution> first = graph.ResolveAsync(Crowd.Person("1", "Ann")).AsTask();
        Task disposed = graph.DisposeAsync().AsTask();
        Task<Resolution>[] waiting = [.. Enumerable.Range(2, 3).Select(i => graph.ResolveAsync(Crowd.Person($"{i}", "Bob")).AsTask())];
        Task again = graph.DisposeAsync().AsTask();
        going.SetResult();
        Assert.Equal(ResolutionKind.Created, (await first.WaitAsync(TimeSpan.FromSeconds(30))).Kind);
        await Task.WhenAll(disposed, again).WaitAsync(TimeSpan.FromSeconds(30));
        foreach (Task<Resolution> one in waiting)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => one.WaitAsync(TimeSpan.FromSeconds(30)));
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await graph.AdoptAsync(null));
        Assert.NotNull(graph.Find(Crowd.Key("1")));
    }

    private sealed class CancelAt(CancellationTokenSource cancel, string stage) : IProgress<InsightProgress>
    {
        public void Report(InsightProgress value)
        {
            if (value.Stage.Contains("write records", StringComparison.Ordinal) || value.Stage.Contains(stage, StringComparison.Ordinal))
            {
                cancel.Cancel();
            }
        }
    }
}
