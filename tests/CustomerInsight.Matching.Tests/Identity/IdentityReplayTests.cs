namespace CustomerInsight.Matching.Tests;

/// <summary>A graph made of a ledger is the graph that wrote it (law L10).</summary>
public sealed class IdentityReplayTests
{
    [Theory]
    [InlineData(0.9, false)]
    [InlineData(0.95, true)]
    public async Task HasOtherSettings_OfALedgerDecidedWithOthers_SaysSoUntilAllIsDecidedAnew(double linkProbability, bool expected)
    {
        var store = new InMemoryIdentityStore();
        await using (var first = new IdentityGraph(new IdentitySetup { Store = store }))
        {
            await first.LoadAsync(DirectPeople.Random(1, 20).Select(static record => RecordChange.Upsert(record, default)).ToAsyncEnumerable());
            Assert.False(first.HasOtherSettings);
        }

        await using var second = new IdentityGraph(new IdentitySetup { Store = store, Options = new MatchingOptions { LinkProbability = linkProbability } });
        await second.OpenAsync();
        Assert.Equal(expected, second.HasOtherSettings);
        await second.AdoptAsync(second.Model);
        Assert.False(second.HasOtherSettings);
    }

    [Fact]
    public void AGraphOnACopyOfTheLedger_IsTheSame_AndGoesOnTheSame() => Worlds.Check(30, 20, async (world, seed) =>
    {
        IdentityWorld copy = await world.CopyAsync(seed);
        await SameAsync(world, copy, $"seed {seed}, after opening");
        for (int step = 0; step < 12; step++)
        {
            string done = await world.StepAsync();
            Assert.Equal(done, await copy.StepAsync());
            await SameAsync(world, copy, $"seed {seed}, step {step}: {done}");
        }

        await copy.Graph.DisposeAsync();
    });

    [Fact]
    public void TwoGraphsThatWriteInTurn_TellOfTheConflict_AndAgree() => Worlds.Check(20, 4, async (world, seed) =>
    {
        await using var other = new IdentityGraph(world.Setup);
        await other.OpenAsync();
        for (int turn = 0; turn < 10; turn++)
        {
            SourceRecord record = world.Any();
            long cursor = other.Cursor;
            await world.StepAsync();
            if (turn % 3 == 0)
            {
                await world.StepAsync();
            }

            bool isBehind = world.Graph.Cursor != cursor;
            try
            {
                await other.ResolveAsync(record);
                Assert.True(other.Cursor == cursor || !isBehind, $"seed {seed}: it was written over what was not known");
            }
            catch (StoreConflictException)
            {
                Assert.True(isBehind);
                await other.ResolveAsync(record);
            }

            // What says nothing new writes nothing, and so finds out nothing.
            await other.OpenAsync();
            Assert.Equal(await world.Setup.Store.GetVersionAsync(string.Empty, default), other.Cursor);

            // The other way round: the first finds out by its own write, which is made again.
            try
            {
                await world.UpsertAsync(record);
            }
            catch (StoreConflictException)
            {
                await world.UpsertAsync(record);
            }
        }

        await world.Graph.OpenAsync();
        await other.OpenAsync();
        Assert.Equal(await world.Graph.HashStateAsync(), await other.HashStateAsync());
        (string partition, string values) = await world.BatchAsync();
        Assert.Equal(partition, world.Partition());
        Assert.All(world.Profiles(), profile => Assert.Equal(profile.Value, other.Find(profile.Key).Profile));
    });

    [Fact]
    public async Task AnErasedLedger_OfManyRecordsThatSaidTheSame_CanBeOpened()
    {
        IdentityWorld world = await IdentityWorld.CreateAsync(5);
        SourceRecord said = world.Any();
        SourceRecord[] same = [.. Enumerable.Range(0, 6).Select(i => IdentityWorld.Renamed(said, new RecordKey("a", $"same{i}")))];
        foreach (SourceRecord record in same)
        {
            await world.Graph.ResolveAsync(record);
        }

        foreach (SourceRecord record in same[..4])
        {
            await world.Graph.EraseAsync(record.Key);
        }

        await using var opened = new IdentityGraph(world.Setup.Over(await Ledgers.CopyAsync(world.Setup.Store)));
        await opened.OpenAsync();
        Assert.Equal(await world.Graph.HashStateAsync(), await opened.HashStateAsync());
    }

    internal static async Task SameAsync(IdentityWorld one, IdentityWorld other, string when)
    {
        string left = await Worlds.SeenAsync(one);
        string right = await Worlds.SeenAsync(other);
        Assert.True(left == right, $"{when}\none\n{left}\nother\n{right}");
        Assert.True(await one.Graph.HashStateAsync() == await other.Graph.HashStateAsync(), $"{when}: the states' hashes differ");
        IdentityCounts counts = one.Graph.Count();
        IdentityCounts others = other.Graph.Count();
        Assert.Equal((counts.Records, counts.Contents, counts.Profiles, counts.KeptPairs), (others.Records, others.Contents, others.Profiles, others.KeptPairs));
    }
}
