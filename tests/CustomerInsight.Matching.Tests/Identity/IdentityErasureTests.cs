namespace CustomerInsight.Matching.Tests;

/// <summary>After an erasure nothing locates the person, in the ledger or in what is made of it (law L7).</summary>
public sealed class IdentityErasureTests
{
    [Fact]
    public void AfterAnErasure_NoBlockHoldsAnythingOfTheRecord() => Worlds.Check(25, 8, async (world, seed) =>
    {
        string[] marks = [.. Enumerable.Range(0, 5).Select(i => $"mark{seed}x{i}z")];
        var key = new RecordKey("a", marks[0]);
        SourceRecord like = world.Any();
        SourceRecord first = Marked(like, key, marks[1], marks[2], 10);
        if (world.Random.Next(2) == 0)
        {
            await world.LoadAsync([first, world.Any()], null);
        }
        else
        {
            await world.UpsertAsync(first);
        }

        await world.UpsertAsync(Marked(like, key, marks[3], marks[2], 20));
        await world.Graph.ResolveAsync(Marked(like, key, marks[4], marks[2], 5));
        await world.StepsAsync(3);
        RecordKey other = world.Live.Keys.Order().First(live => live != key);
        StewardResult decided = await world.Graph.DecideAsync(StewardAction.Different(key, other), "ann", $"why {marks[1]}");
        StewardResult more = await world.Graph.DecideAsync(StewardAction.Different(other, key), "ann", $"again {marks[1]}");
        await world.Graph.DecideAsync(StewardAction.Retract(decided.Decision), "ann", $"no more {marks[1]}");
        Assert.All(marks, mark => Assert.True(Ledgers.HoldAsync(world.Setup.Store, mark).Result));
        ProfileId id = world.Graph.Find(key)!.Id;
        bool wasAlone = world.Graph.Find(key)!.Records.Count == 1;

        await world.Graph.EraseAsync(key);
        Assert.All(marks, mark => Assert.False(Ledgers.HoldAsync(world.Setup.Store, mark).Result, $"seed {seed}: {mark} is still there"));
        Assert.True((await LedgerVerifier.VerifyAsync(world.Setup.Store, string.Empty, world.Graph.Head)).IsSound);
        IdentityWorld copy = await world.CopyAsync(seed);
        foreach (IdentityWorld either in (IdentityWorld[])[world, copy])
        {
            Assert.Null(either.Graph.Find(key));
            Assert.Contains(either.Graph.Find(id).State, wasAlone ? [ProfileState.Erased] : (ProfileState[])[ProfileState.Live, ProfileState.Merged]);
            Assert.Empty(await either.Graph.HistoryAsync(key));
            Assert.DoesNotContain(await either.Graph.DecisionsAsync(), decision => decision.Number == more.Decision);
        }

        Assert.Equal(await world.Graph.HashStateAsync(), await copy.Graph.HashStateAsync());
    });

    [Fact]
    public async Task WhereTheStoreFailsToErase_TheNextCallSeesToIt()
    {
        IdentityWorld made = await IdentityWorld.CreateAsync(3);
        var store = new FaultyStore();
        await using var graph = new IdentityGraph(made.Setup.Over(store));
        SourceRecord record = Marked(made.Any(), new RecordKey("a", "here"), "mark-of-one", "mark-of-two", 10);
        await graph.LoadAsync(AsyncEnumerable.Empty<RecordChange>().Append(RecordChange.Upsert(made.Any())), made.Graph.Model);
        await graph.ResolveAsync(record);
        store.Fault = FaultyStore.Kind.Erasing;
        await Assert.ThrowsAsync<IOException>(async () => await graph.EraseAsync(record.Key));
        Assert.Null(graph.Find(record.Key));
        Assert.True(await Ledgers.HoldAsync(store, "mark-of-one"));

        store.Fault = FaultyStore.Kind.None;
        await graph.ResolveAsync(made.Any());
        Assert.False(await Ledgers.HoldAsync(store, "mark-of-one"));
        Assert.True((await LedgerVerifier.VerifyAsync(store, string.Empty)).IsSound);
    }

    [Fact]
    public async Task ARecordThatComesAfterItsErasure_IsAnotherRecord()
    {
        IdentityWorld world = await IdentityWorld.CreateAsync(4);
        var key = new RecordKey("a", "again");
        SourceRecord record = Marked(world.Any(), key, "one", "two", 10);
        await world.Graph.ResolveAsync(record);
        RecordKey other = world.Live.Keys.First();
        StewardResult decided = await world.Graph.DecideAsync(StewardAction.Different(key, other), "ann");
        ProfileId before = world.Graph.Find(key)!.Id;
        await world.Graph.EraseAsync(key);
        Resolution again = await world.Graph.ResolveAsync(record);

        Assert.NotEqual(ResolutionKind.Unchanged, again.Kind);
        Assert.NotEqual(before, again.ProfileId);
        Assert.Single(await world.Graph.HistoryAsync(key));
        Assert.DoesNotContain(await world.Graph.DecisionsAsync(), decision => decision.Number == decided.Decision);
        Assert.Empty((await world.Graph.DecideAsync(StewardAction.Retract(decided.Decision), "ann")).Impacts);
    }

    private static SourceRecord Marked(SourceRecord like, RecordKey key, string name, string card, int day)
    {
        AttributeValues[] values = like.Values.ToArray();
        values[5] = name;
        return new SourceRecord(like.Schema, key, values) { ObservedAt = DateTimeOffset.UnixEpoch.AddDays(day), Identifiers = [new Identifier("card", "shop", card)] };
    }
}
