using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Core.Tests;

public sealed class HostingTests
{
    [Fact]
    public async Task AddCustomerInsight_DefaultAndNamedEngines_LiveSideBySide()
    {
        await using ServiceProvider services = Build(
            ("", static insight => insight.AddSource(Source("crm", "1")).AddActivities(new ListActivitySource("till")).Configure(static options => options.AsOf = Make.Day(1))),
            ("retail", static insight => insight.AddSource(Source("erp", "1", "2")).Configure(static options => options.AsOf = Make.Day(2))),
            ("bank", static insight => insight.AddSource(Source("crm", "1")).AddSource(Source("erp", "1")).AddStage(new MatchByEmail())));

        InsightRun main = await services.GetRequiredService<IInsightEngine>().RunAsync();
        InsightRun retail = await services.GetRequiredKeyedService<IInsightEngine>("retail").RunAsync();
        InsightRun bank = await services.GetRequiredKeyedService<IInsightEngine>("bank").RunAsync();

        Assert.Equal((1, Make.Day(1), 2), (main.Profiles.Count, main.AsOf, main.Report.Sources.Count));
        Assert.Equal((2, Make.Day(2), 1), (retail.Profiles.Count, retail.AsOf, retail.Report.Sources.Count));
        Assert.Equal((1, null), (bank.Profiles.Count, bank.AsOf));
        Assert.Same(services.GetRequiredService<IInsightEngine>(), services.GetRequiredService<IInsightEngine>());
        Assert.Null(services.GetKeyedService<IInsightEngine>("other"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("retail")]
    public async Task AddCustomerInsight_HostsOwnPlugIns_AreUsed(string engine)
    {
        var store = new InMemoryProfileStore();
        var stage = new CallStage(InsightPhase.Model, static context => context.Set("mine"));
        await using ServiceProvider services = Build((engine, insight => insight
            .AddSource(Source("crm", "1"))
            .AddService<IProfileMerger>(static _ => new OneFieldMerger())
            .AddMerging(static _ => throw new InvalidOperationException("the host's own merger comes first"))
            .AddStandardizers(static set => set.With(AttributeKind.Email, new StandardizingTests.Shout()))
            .AddProfileStore(store)
            .AddStage(stage)));

        InsightRun run = await services.FindInsightService<IInsightEngine>(engine)!.RunAsync();

        Assert.Equal("own rule", Assert.Single(Assert.Single(run.Profiles).Fields).Rule);
        Assert.Equal("1@X.COM", run.Records.Column(run.Records.Schema.IndexOf("email")).First(0));
        Assert.Equal("mine", run.Get<string>());
        Assert.Equal(1, await store.GetVersionAsync(string.Empty, default));
    }

    [Fact]
    public async Task AddStandardizersAndMerging_CalledTwice_ApplyBoth()
    {
        await using ServiceProvider services = Build(("", static insight => insight
            .AddSource(ListRecordSource.Of("crm", [Make.Record("crm", "1", "Ann", "a@x.com", 1, city: "Leeds"), Make.Record("crm", "2", "Annabel", "a@x.com", 2, city: "York")]))
            .AddStandardizers(static set => set.With(AttributeKind.GivenName, new StandardizingTests.Shout()))
            .AddStandardizers(static set => set.With(AttributeKind.City, new StandardizingTests.Shout()))
            .AddMerging(static rules => rules.Group(MergeRules.PersonName, Survivorship.Longest))
            .AddMerging(static rules => rules.For("city", Survivorship.MostRecent))
            .AddStage(new MatchByEmail())));

        InsightRun run = await services.GetRequiredService<IInsightEngine>().RunAsync();

        Assert.Equal("ANN", run.Records.Column(run.Records.Schema.IndexOf("given_name")).First(0));
        Assert.Equal("LEEDS", run.Records.Column(run.Records.Schema.IndexOf("city")).First(0));
        Profile profile = Assert.Single(run.Profiles);
        Assert.Equal(Survivorship.Longest.Name, profile["given_name"]!.Rule);
        Assert.Equal(Survivorship.MostRecent.Name, profile["city"]!.Rule);
        Assert.Null(profile["city"]!.Group);
    }

    [Theory]
    [InlineData("")]
    [InlineData("retail")]
    public async Task AddSource_MapOfTheHostsObjects_ReadsInAScopeOfItsOwn(string engine)
    {
        var collection = new ServiceCollection();
        collection.AddScoped<Database>();
        collection.AddSingleton(new List<Database>());
        collection.AddCustomerInsight(engine, static insight => insight
            .AddSource(RecordMap.For<Contact>("crm").Key(static contact => contact.Id).Email(static contact => contact.Email), static (services, cancellationToken) => services.GetRequiredService<Database>().Contacts(cancellationToken))
            .AddActivities(ActivityMap.For<Contact>("till").Key(static contact => contact.Id).Customer(static contact => contact.Id).At(static contact => contact.ModifiedOn), static (services, cancellationToken) => services.GetRequiredService<Database>().Contacts(cancellationToken)));
        await using ServiceProvider services = collection.BuildServiceProvider(Strict);

        InsightRun run = await services.FindInsightService<IInsightEngine>(engine)!.RunAsync();
        await services.FindInsightService<IInsightEngine>(engine)!.RunAsync();

        Assert.Equal("a@x.com", Assert.Single(run.Profiles)["email"]!.Values.First);
        Assert.Single(Assert.Single(run.Customers).Activities);
        List<Database> databases = services.GetRequiredService<List<Database>>();
        Assert.Equal(4, databases.Count);
        Assert.All(databases, static database => Assert.True(database.Read && database.Disposed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("retail")]
    public async Task AddCustomerInsight_OptionOutOfRange_FailsAtStartAndByResolving(string engine)
    {
        await using ServiceProvider services = Build((engine, static insight => insight.Configure(static options => options.ProgressInterval = 0)));

        Assert.Contains("ProgressInterval", Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate()).Message, StringComparison.Ordinal);
        Assert.Throws<OptionsValidationException>(() => services.FindInsightService<IInsightEngine>(engine));
    }

    [Fact]
    public void AddCustomerInsight_GoodOptions_PassTheStart()
    {
        using ServiceProvider services = Build(("", static _ => { }), ("retail", static insight => insight.Configure(static options => options.KeptRejections = 0)));

        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.Equal(0, services.GetRequiredService<IOptionsMonitor<InsightOptions>>().Get("retail").KeptRejections);
        Assert.Equal(100, services.GetRequiredService<IOptionsMonitor<InsightOptions>>().Get("").KeptRejections);
    }

    [Fact]
    public async Task AddCustomerInsight_CalledTwice_ComposesOneEngine()
    {
        await using ServiceProvider services = Build(("", static insight => insight.AddSource(Source("crm", "1"))), ("", static insight => insight.AddSource(Source("erp", "1"))));

        Assert.Equal(2, (await Assert.Single(services.GetServices<IInsightEngine>()).RunAsync()).Report.Sources.Count);
    }

    [Fact]
    public async Task AddProfileStore_CalledTwice_KeepsTheFirst()
    {
        InMemoryProfileStore[] stores = [new(), new()];
        await using ServiceProvider services = Build(("", insight => insight.AddSource(Source("crm", "1")).AddProfileStore(stores[0]).AddProfileStore(stores[1])));

        await services.GetRequiredService<IInsightEngine>().RunAsync();

        Assert.Equal(1, await stores[0].GetVersionAsync(string.Empty, default));
        Assert.Equal(0, await stores[1].GetVersionAsync(string.Empty, default));
    }

    [Fact]
    public void Builder_NullArguments_Throw()
    {
        var services = new ServiceCollection();
        Assert.Throws<ArgumentNullException>(() => services.AddCustomerInsight(null!));
        Assert.Throws<ArgumentNullException>(() => services.AddCustomerInsight(null!, static _ => { }));
        services.AddCustomerInsight(static insight =>
        {
            Assert.Equal(string.Empty, insight.Name);
            Assert.Throws<ArgumentNullException>(() => insight.AddSource(null!));
            Assert.Throws<ArgumentNullException>(() => insight.AddActivities(null!));
            Assert.Throws<ArgumentNullException>(() => insight.AddStage(null!));
            Assert.Throws<ArgumentNullException>(() => insight.AddMerging(null!));
            Assert.Throws<ArgumentNullException>(() => insight.AddStandardizers(null!));
            Assert.Throws<ArgumentNullException>(() => insight.AddProfileStore(null!));
        });
    }

    private static readonly ServiceProviderOptions Strict = new() { ValidateOnBuild = true, ValidateScopes = true };

    private static ListRecordSource Source(string name, params string[] ids) => ListRecordSource.Of(name, ids.Select(id => Make.Record(name, id, email: $"{id}@x.com")));

    private static ServiceProvider Build(params (string Name, Action<IInsightBuilder> Compose)[] engines)
    {
        var services = new ServiceCollection();
        foreach ((string name, Action<IInsightBuilder> compose) in engines)
        {
            services.AddCustomerInsight(name, compose);
        }

        return services.BuildServiceProvider(Strict);
    }

    private sealed class OneFieldMerger : IProfileMerger
    {
        public Profile Merge(ProfileId id, IReadOnlyList<MergeRecord> records) => new(
            id, EntityKind.Person, [records[0].Record.Key], [new ProfileField("email", records[0].Record["email"], "own rule", null, new LineageEntry(records[0].Record.Key, null, records[0].Record["email"]), [])], []);
    }

    /// <summary>Scoped, as a host's database context is.</summary>
    private sealed class Database : IDisposable
    {
        public Database(List<Database> all) => all.Add(this);

        public bool Read { get; private set; }

        public bool Disposed { get; private set; }

        public void Dispose() => Disposed = true;

        public async IAsyncEnumerable<Contact> Contacts([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(Disposed, this);
            Read = true;
            yield return new Contact(1) { Email = "a@x.com", ModifiedOn = Make.Day(1) };
        }
    }
}
