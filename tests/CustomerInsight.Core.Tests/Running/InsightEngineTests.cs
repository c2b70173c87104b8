namespace CustomerInsight.Core.Tests;

public sealed class InsightEngineTests
{
    [Fact]
    public async Task RunAsync_NothingToRead_GivesAnEmptyRun()
    {
        InsightRun run = await new InsightEngine(new InsightSetup()).RunAsync();

        Assert.Equal(0, run.Records.Count);
        Assert.Empty(run.Profiles);
        Assert.Empty(run.Customers);
        Assert.Null(run.AsOf);
        Assert.Equal(string.Empty, run.Report.Describe());
    }

    [Fact]
    public async Task RunAsync_WithoutMatching_MakesEachRecordAProfileInCanonicalOrder()
    {
        InsightRun run = await Make.Run(ListRecordSource.Of("shop", [Make.Record("shop", "1")]), ListRecordSource.Of("crm", [Make.Record("crm", "2"), Make.Record("crm", "10")]));

        Assert.Equal([new("crm", "10"), new("crm", "2"), new RecordKey("shop", "1")], run.Profiles.Select(static profile => Assert.Single(profile.Records)));
        Assert.Equal([1, 2, 3], run.Profiles.Select(static profile => profile.Id.Value));
        Assert.Equal(3, run.Clusters.Count);
        Assert.Equal(["P0000001", "P0000002", "P0000003"], run.Customers.Select(static customer => customer.Customer));
        Assert.All(run.Customers, static customer => Assert.Empty(customer.Activities));
    }

    [Fact]
    public async Task RunAsync_WithMatching_MergesTheRecordsOfACluster()
    {
        InsightRun run = await new InsightEngine(new InsightSetup
        {
            RecordSources = [ListRecordSource.Of("crm", [Make.Record("crm", "1", "Ann", "A@x.com", 1), Make.Record("crm", "2", "Anna", "a@x.com", 2), Make.Record("crm", "3", "Bob")])],
            Stages = [new MatchByEmail()],
        }).RunAsync();

        Assert.Equal(2, run.Profiles.Count);
        Assert.Equal([0, 1], run.Clusters[0].Records);
        Assert.Equal("Anna", run.Profiles[0]["given_name"]!.Values.First);
        Assert.Equal("Ann", run.Profiles[0]["given_name"]!.Losers[0].Values.First);
    }

    [Fact]
    public async Task RunAsync_Stages_TakeTheirTurnByPhaseThenByRegistration()
    {
        var calls = new List<string>();
        IInsightStage Stage(InsightPhase phase, string name) => new CallStage(phase, _ => calls.Add(name), name);

        await new InsightEngine(new InsightSetup
        {
            Stages = [Stage(InsightPhase.Publish, "publish"), Stage(InsightPhase.Model, "first"), Stage(InsightPhase.Read, "read"), Stage(InsightPhase.Model, "second")],
        }).RunAsync();

        Assert.Equal(["read", "first", "second", "publish"], calls);
    }

    [Fact]
    public async Task RunAsync_OwnStage_SeesWhatEarlierPhasesLeft()
    {
        (int Records, int Profiles, int Customers) seen = default;
        await new InsightEngine(new InsightSetup
        {
            RecordSources = [ListRecordSource.Of("crm", [Make.Record("crm", "1"), Make.Record("crm", "2")])],
            Stages = [new CallStage(InsightPhase.Model, context => seen = (context.Records.Count, context.Profiles.Count, context.Customers.Count))],
        }).RunAsync();

        Assert.Equal((2, 2, 2), seen);
    }

    [Fact]
    public async Task Get_ResultOfAStage_ComesOutOfTheRun()
    {
        InsightRun run = await new InsightEngine(new InsightSetup { Stages = [new CallStage(InsightPhase.Model, static context => context.Set("found"))] }).RunAsync();

        Assert.Equal("found", run.Get<string>());
        Assert.Null(run.Find<Version>());
        Assert.Contains("Add the stage that makes it", Assert.Throws<InvalidOperationException>(() => run.Get<Version>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Merger_IsTheOneGiven()
    {
        InsightRun run = await new InsightEngine(new InsightSetup { RecordSources = [ListRecordSource.Of("crm", [Make.Record("crm", "1")])], Merger = new EmptyMerger() }).RunAsync();

        Assert.Empty(Assert.Single(run.Profiles).Fields);
    }

    [Fact]
    public async Task RunAsync_TrustRank_DecidesWhereTheRuleAsksForIt()
    {
        InsightRun run = await new InsightEngine(new InsightSetup
        {
            RecordSources =
            [
                new ListRecordSource("crm", RecordChange.Upsert(Make.Record("crm", "1", "Ann", "a@x.com", 9))) { TrustRank = 1 },
                new ListRecordSource("erp", RecordChange.Upsert(Make.Record("erp", "1", "Anne", "a@x.com", 1))) { TrustRank = 0 },
            ],
            Stages = [new MatchByEmail()],
            Merger = new ProfileMerger(MergeRules.Standard.Default(Survivorship.SourcePriority).Group(MergeRules.PersonName, Survivorship.SourcePriority)),
        }).RunAsync();

        Assert.Equal("Anne", Assert.Single(run.Profiles)["given_name"]!.Values.First);
    }

    [Theory]
    [InlineData("crm", "crm")]
    [InlineData("crm", " ")]
    public void New_SourceNamesThatDoNotTellApart_Throws(string first, string second)
    {
        var records = new InsightSetup { RecordSources = [new ListRecordSource(first), new ListRecordSource(second)] };
        var activities = new InsightSetup { ActivitySources = [new ListActivitySource(first), new ListActivitySource(second)] };

        Assert.Contains("give every source a name of its own", Assert.Throws<ArgumentException>(() => new InsightEngine(records)).Message, StringComparison.Ordinal);
        Assert.Contains("activity", Assert.Throws<ArgumentException>(() => new InsightEngine(activities)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_RecordsAndActivitiesOfOneName_AreAllowed() =>
        Assert.NotNull(new InsightEngine(new InsightSetup { RecordSources = [new ListRecordSource("shop")], ActivitySources = [new ListActivitySource("shop")] }));

    [Fact]
    public void New_OptionOutOfRange_Throws()
    {
        InsightOptions[] wrong =
        [
            new() { KeptRejections = -1 }, new() { KeptRejections = 1_000_001 }, new() { ProgressInterval = 0 }, new() { MaxDegreeOfParallelism = -1 }, new() { MaxDegreeOfParallelism = 1025 }, new() { Tenant = null! },
        ];

        Assert.All(wrong, static options => Assert.Throws<ArgumentException>(() => new InsightEngine(new InsightSetup { Options = options })));
        Assert.Throws<ArgumentNullException>(static () => new InsightEngine(null!));
    }

    [Fact]
    public async Task New_Options_AreCopied()
    {
        var options = new InsightOptions { AsOf = Make.Day(3) };
        var engine = new InsightEngine(new InsightSetup { Options = options });
        options.AsOf = Make.Day(9);

        Assert.Equal(Make.Day(3), (await engine.RunAsync()).AsOf);
    }

    [Fact]
    public async Task RunAsync_TwoAtTheSameTime_AreIndependent()
    {
        var engine = new InsightEngine(new InsightSetup { RecordSources = [ListRecordSource.Of("crm", [Make.Record("crm", "1")])], Stages = [new CallStage(InsightPhase.Model, static context => context.Set("x"))] });

        InsightRun[] runs = await Task.WhenAll(Task.Run(() => engine.RunAsync()), Task.Run(() => engine.RunAsync()));

        Assert.Equal(runs[0].Profiles, runs[1].Profiles);
        Assert.NotSame(runs[0].Records, runs[1].Records);
    }

    private sealed class EmptyMerger : IProfileMerger
    {
        public Profile Merge(ProfileId id, IReadOnlyList<MergeRecord> records) => new(id, EntityKind.Person, [.. records.Select(static record => record.Record.Key)], [], []);
    }
}
