using System.Globalization;

namespace CustomerInsight.Matching.Tests;

/// <summary>The laws of identity over random interleavings of everything that can be done to a graph.</summary>
public sealed class IdentityLawTests
{
    [Fact]
    public void AnyInterleaving_IsWhatABatchRunMakesOfTheSameRecords() => Worlds.Check(50, async seed =>
    {
        IdentityWorld world = await IdentityWorld.CreateAsync(seed);
        var done = new List<string> { "create" };
        for (int step = 0; step < 25; step++)
        {
            done.Add(await world.StepAsync());
            (string partition, string values) = await world.BatchAsync();
            Assert.True(partition == world.Partition(), $"seed {seed}: {string.Join(' ', done)}\nbatch\n{partition}\nlive\n{world.Partition()}");
            Assert.Equal(values, IdentityWorld.Values(world.Profiles().Values));
            world.CheckIds();
        }

        await world.Graph.DisposeAsync();
    });

    [Fact]
    public void AnyOrderOfTheSameUpserts_HasTheSamePartitionAndValues() => Worlds.Check(30, 0, async (world, seed) =>
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 25).Select(_ => world.Any())];
        IdentityWorld other = await world.CopyAsync(seed);
        foreach (SourceRecord record in records)
        {
            await world.UpsertAsync(record);
        }

        foreach (SourceRecord record in records.OrderBy(_ => other.Random.NextBits()))
        {
            await other.UpsertAsync(record);
        }

        Assert.Equal(world.Partition(), other.Partition());
        Assert.Equal(IdentityWorld.Values(world.Profiles().Values), IdentityWorld.Values(other.Profiles().Values));
    });

    [Fact]
    public void DecidingAndRetracting_LeavesPartitionValuesAndIdsAsTheyWere() => Worlds.Check(40, 12, async (world, seed) =>
    {
        for (int i = 0; i < 8 && world.Live.Count > 1; i++)
        {
            StewardAction action = i % 2 == 0 && world.Several() is { } several
                ? world.Random.Next(2) == 0 ? StewardAction.Unmerge(several.Id) : StewardAction.Unmerge(several.Id, several.Records[world.Random.Next(several.Records.Count)])
                : world.AnyAssertion();

            // An id that was given meanwhile leads to one of those from then on.
            string before = await Worlds.SeenAsync(world, withPrevious: false);
            if (await world.DecideAsync(action) is > 0 and long decision)
            {
                await world.RetractAsync(decision);
                string after = await Worlds.SeenAsync(world, withPrevious: false);
                Assert.True(before == after, $"seed {seed}: {action.Kind}\n{before}\nthen\n{after}");
            }
        }
    });

    [Fact]
    public void LoadingOrAdoptingWhatIsThere_ChangesNoIdAndWritesNoBlock() => Worlds.Check(40, 12, async (world, seed) =>
    {
        // What is there may have been judged record by record; the first time it is put in order.
        await world.Graph.AdoptAsync(world.Graph.Model);
        (string seen, string hash, long cursor) = (await Worlds.SeenAsync(world), await world.Graph.HashStateAsync(), world.Graph.Cursor);
        await world.Graph.AdoptAsync(world.Graph.Model);
        await world.LoadAsync([.. world.Live.Values.OrderBy(_ => world.Random.NextBits())], null);
        await world.LoadAsync([], world.Graph.Model);

        Assert.Equal((seen, hash, cursor), (await Worlds.SeenAsync(world), await world.Graph.HashStateAsync(), world.Graph.Cursor));
        Assert.Equal(cursor, await world.Setup.Store.GetVersionAsync(string.Empty, default));
    });

    [Fact]
    public void ResolvingTwice_IsResolvingOnce() => Worlds.Check(40, 12, async (world, seed) =>
    {
        foreach (SourceRecord record in world.Live.Values.ToList())
        {
            SourceRecord next = world.Any();
            await world.UpsertAsync(next);
            (string hash, long cursor) = (await world.Graph.HashStateAsync(), world.Graph.Cursor);
            Resolution again = await world.Graph.ResolveAsync(next);
            Resolution old = await world.Graph.ResolveAsync(world.Live.GetValueOrDefault(record.Key, record));

            Assert.Equal((ResolutionKind.Unchanged, ResolutionKind.Unchanged), (again.Kind, old.Kind));
            Assert.Equal((hash, cursor), (await world.Graph.HashStateAsync(), world.Graph.Cursor));
        }
    });

    [Fact]
    public void NoProfile_HasMoreContentsThanTheLargest() => Worlds.Check(30, 30, async (world, seed) =>
    {
        var reader = new ContentReader(DirectPeople.Schema, StandardizerSet.Default, new Dictionary<string, SourceConventions>(), default, world.Setup.Options.LinkMode, DirectPeople.Policies);
        Assert.All(world.Profiles().Values, profile =>
            Assert.InRange(profile.Records.Select(key => reader.Read(world.Live[key])).Distinct().Count(), 1, world.Setup.Options.LargestCluster));
        await Task.CompletedTask;
    });

    [Fact]
    public void EveryValue_NamesALivingRecord_AndAGroupIsOfOne() => Worlds.Check(20, 30, async (world, seed) =>
    {
        foreach (Profile profile in world.Profiles().Values)
        {
            Assert.Equal(profile.Records, profile.Records.Where(world.Live.ContainsKey));
            Assert.All(profile.Fields, field =>
            {
                Assert.Contains(field.Winner.Record, profile.Records);
                Assert.Equal(field.Values, world.Live[field.Winner.Record][field.Name]);
            });
            Assert.All(profile.Fields.Where(static field => field.Group is not null).GroupBy(static field => field.Group), static group => Assert.Single(group.Select(static field => field.Winner.Record).Distinct()));
        }

        await Task.CompletedTask;
    });

    [Fact]
    public void Results_DoNotDependOnCultureThreadsOrOrder() => Worlds.Check(15, async seed =>
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            IdentityWorld world = await IdentityWorld.CreateAsync(seed);
            SourceRecord[] records = [.. Enumerable.Range(0, 30).Select(_ => world.Any())];
            SourceRecord[] singles = [.. Enumerable.Range(0, 10).Select(_ => world.Any())];
            string one = await RunAsync(records, 1);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(one, await RunAsync(records.OrderBy(_ => world.Random.NextBits()), 4));

            async Task<string> RunAsync(IEnumerable<SourceRecord> order, int threads)
            {
                await using var graph = new IdentityGraph(world.Setup.Over(new InMemoryIdentityStore(), threads));
                await graph.LoadAsync(order.Select(static record => RecordChange.Upsert(record)).ToAsyncEnumerable(), world.Graph.Model);
                foreach (SourceRecord record in singles)
                {
                    await graph.ResolveAsync(record);
                }

                return await graph.HashStateAsync();
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    });
}
