namespace CustomerInsight.Core.Tests;

public sealed class RunStoreTests
{
    private static readonly IRecordSource[] Sources = [ListRecordSource.Of("crm", [Make.Record("crm", "1"), Make.Record("crm", "2", "Bob")])];

    [Fact]
    public async Task RunAsync_Store_GetsTheProfilesInOneCommit()
    {
        var store = new InMemoryProfileStore();
        var engine = new InsightEngine(new InsightSetup { RecordSources = Sources, ProfileStore = store, Options = new InsightOptions() });

        InsightRun run = await engine.RunAsync();

        Assert.Equal(1, await store.GetVersionAsync(string.Empty, default));
        Assert.Equal(run.Profiles, await All(store, string.Empty));
        await engine.RunAsync();
        Assert.Equal(2, await store.GetVersionAsync(string.Empty, default));
        Assert.Equal(run.Profiles, await All(store, string.Empty));
    }

    [Fact]
    public async Task RunAsync_Store_IsWrittenForTheRunsTenantAlone()
    {
        var store = new InMemoryProfileStore();
        SourceRecord record = new(Make.Person, new RecordKey("crm", "1"), ["Ann", "Lee", null, null, null]) { Tenant = "north" };

        await new InsightEngine(new InsightSetup { RecordSources = [ListRecordSource.Of("crm", [record])], ProfileStore = store, Options = new InsightOptions { Tenant = "north" } }).RunAsync();

        Assert.Single(await All(store, "north"));
        Assert.Empty(await All(store, string.Empty));
        Assert.Equal(0, await store.GetVersionAsync("south", default));
    }

    [Fact]
    public async Task RunAsync_SomebodyElseCommittedMeanwhile_FailsAndWritesNothing()
    {
        var store = new InMemoryProfileStore();
        InsightRun other = await Make.Run(ListRecordSource.Of("crm", [Make.Record("crm", "9")]));
        var engine = new InsightEngine(new InsightSetup
        {
            RecordSources = Sources,
            ProfileStore = store,
            Stages = [new CallStage(InsightPhase.Model, _ => Commit(store, other.Profiles))],
        });

        StoreConflictException conflict = await Assert.ThrowsAsync<StoreConflictException>(() => engine.RunAsync());

        Assert.Contains("try again", conflict.Message, StringComparison.Ordinal);
        Assert.Equal(other.Profiles, await All(store, string.Empty));
        Assert.Equal(1, await store.GetVersionAsync(string.Empty, default));
    }

    [Fact]
    public async Task RunAsync_StageThatThrows_StoresNothing()
    {
        var store = new InMemoryProfileStore();
        var engine = new InsightEngine(new InsightSetup { RecordSources = Sources, ProfileStore = store, Stages = [new CallStage(InsightPhase.Publish, static _ => throw new NotSupportedException())] });

        await Assert.ThrowsAsync<NotSupportedException>(() => engine.RunAsync());
        Assert.Equal(0, await store.GetVersionAsync(string.Empty, default));
    }

    private static void Commit(InMemoryProfileStore store, IReadOnlyList<Profile> profiles)
    {
        IUnitOfWork unit = store.BeginAsync(string.Empty, 0, default).AsTask().GetAwaiter().GetResult();
        store.ReplaceAllAsync(unit, profiles, default).AsTask().GetAwaiter().GetResult();
        unit.CommitAsync(default).AsTask().GetAwaiter().GetResult();
    }

    private static async Task<List<Profile>> All(InMemoryProfileStore store, string tenant)
    {
        var profiles = new List<Profile>();
        await foreach (Profile profile in store.ReadAllAsync(tenant, default))
        {
            profiles.Add(profile);
        }

        return profiles;
    }
}
