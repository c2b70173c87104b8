using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class SegmentStageTests
{
    private static readonly Trait Orders = new(RunTraitNames.Orders);

    private sealed record Contact(string Id, string? Country = null, string? Born = null, string? Size = null, string[]? Mails = null);

    private sealed record Sale(int Id, string Customer, int DaysBefore, decimal Amount, string? Channel = null);

    [Fact]
    public async Task Run_ProfilesAndPurchases_AreTraits()
    {
        var us = new SourceConventions { DateOrder = DateOrder.MonthDayYear };
        InsightRun run = await new InsightEngine(new InsightSetup
        {
            Options = new InsightOptions { AsOf = AsOf },
            RecordSources = [Map("eu", [new("1", "NL", "4/12/1982", "1.234,5", ["a@x.example", "b@x.example"]), new("2", "BE")]), Map("us", [new("3", null, "4/12/1982", "12")], us)],
            ActivitySources = [Sales(new(1, "1", 0, 10), new(2, "1", 40, 20), new(3, "3", 100, 5))],
            Stages = [new PurchaseStage(), new RfmStage(new RfmEstimator(new RfmOptions { MinimumCustomers = 5 })), new SegmentStage()],
        }).RunAsync();

        TraitTable traits = run.Traits();
        Assert.Equal(run.Customers.Select(customer => customer.Customer), traits.Customers);
        Assert.Equal(new DateOnly(2024, 12, 31), traits.AsOf);
        Assert.Equal(["NL", "BE", null], traits["country"]!.ReadText(value => value.Text));
        Assert.Equal([new DateOnly(1982, 12, 4), null, new DateOnly(1982, 4, 12)], traits["date_of_birth"]!.Read(value => value.Date));
        Assert.Equal([1234.5, null, 12], traits["size"]!.Read(value => value.Number));
        Assert.Equal([2, null, null], traits["email"]!.Read(value => value.Texts.Count));
        Assert.Equal([2, 0, 1], traits[RunTraitNames.Orders]!.Read(value => value.Number));
        Assert.Equal([2, 0, 1], traits[RunTraitNames.PurchaseDays]!.Read(value => value.Number));
        Assert.Equal([30, 0, 5], traits[RunTraitNames.Revenue]!.Read(value => value.Number));
        Assert.Equal([new DateOnly(2024, 12, 31), null, new DateOnly(2024, 9, 22)], traits[RunTraitNames.LastPurchase]!.Read(value => value.Date));
        Assert.Equal([new DateOnly(2024, 11, 21), null, new DateOnly(2024, 9, 22)], traits[RunTraitNames.FirstPurchase]!.Read(value => value.Date));
        Assert.Equal(3, traits[RunTraitNames.RfmSegment]!.CountMissing());
        Assert.Empty(run.Segments().Sizes);
    }

    [Fact]
    public async Task Run_ModelsBefore_GiveTraits()
    {
        SegmentStage stage = Stage(new("Champions", new Trait(RunTraitNames.RfmSegment).Is(RfmSegmentNames.Champions)), new("Worth", new Trait(RunTraitNames.LifetimeValue).MoreThan(100)), new("First group", new Trait(RunTraitNames.Group).Is(0)));
        InsightContext context = await Run(DrawnHistories(300, 11), new PurchaseStage(), new RfmStage(), new LifetimeValueStage(), new GroupingStage(), stage);

        SegmentResult result = context.Find<SegmentResult>()!;
        RfmResult rfm = context.Find<RfmResult>()!;
        Assert.Equal(rfm.Customers.Where(score => score.Segment.Name == RfmSegmentNames.Champions).Select(score => score.Customer), result.Members("Champions"));
        Assert.Equal(context.Find<LifetimeValueResult>()!.Customers.Where(value => value.Value > 100).Select(value => value.Customer), result.Members("Worth"));
        Assert.NotEmpty(result.Members("Worth"));
        GroupingResult groups = context.Find<GroupingResult>()!;
        Assert.Equal(groups.Customers.Where((_, i) => groups.Assignments[i].Group == 0), result.Members("First group"));
        Assert.Equal(groups.Groups[0].Name, result.Table.Find(result.Members("First group").First())![RunTraitNames.GroupName].Text);
        Assert.Empty(result.LeftOut);
        Assert.Contains("Champions", result.Describe(), StringComparison.Ordinal);
        Assert.Contains("\"segment\":\"Worth\"", result.ToVegaLite(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_HabitsAndLifecycle_GiveTraits()
    {
        InsightRun run = await new InsightEngine(new InsightSetup
        {
            Options = new InsightOptions { AsOf = AsOf },
            RecordSources = [RecordMap.For<Contact>("crm").Key(contact => contact.Id).Text("orders", contact => contact.Size).Text("note", contact => contact.Country).From([new("1", "x", Size: "many"), new("2")])],
            ActivitySources = [Sales(new(1, "1", 0, 10, "web"), new(2, "1", 40, 20, "shop"), new(3, "1", 41, 20, "shop"))],
            Stages = [new SegmentStage(), new PurchaseStage(new PurchaseOptions { Habits = true }), new LifecycleStage()],
        }).RunAsync();

        TraitTable traits = run.Traits();
        Assert.Equal(["shop", null], traits[RunTraitNames.FavouriteChannel]!.ReadText(value => value.Text));
        Assert.Null(traits["channels"]);
        Assert.Equal(["shop,web", ""], traits[RunTraitNames.TopChannels]!.ReadText(value => string.Join(',', value.Texts)));
        Assert.Equal([3, 0], traits[PurchaseFeatures.Orders]!.Read(value => value.Number));
        Assert.Equal([20.5, null], traits[PurchaseFeatures.MeanGapDays]!.Read(value => value.Number));
        Assert.Equal(run.Lifecycle().Customers.Select(life => life.State), traits[RunTraitNames.LifecycleState]!.ReadText(value => value.Text));
        Assert.Equal(["x", null], traits["note"]!.ReadText(value => value.Text));
        Assert.Equal("profile-field-left-out", run.Report.Lines.Single(line => line.Stage == "segments").Code);
    }

    [Fact]
    public void ToTraits_OfATable_AreItsFeatures()
    {
        PurchaseTable table = Drawn(60, 4);

        TraitTable traits = table.ToTraits();

        FeatureMatrix features = table.ToFeatures(PurchaseFeatures.OfEveryTable);
        Assert.Equal(table.Customers.Select(customer => customer.Customer), traits.Customers);
        for (int row = 0; row < features.Rows; row++)
        {
            Assert.Equal(features.Row(row).ToArray(), features.Columns.Select(column => traits[column]![row].Number));
            Assert.Equal((table.Customers[row].FirstDay, table.Customers[row].LastDay), (traits[RunTraitNames.FirstPurchase]![row].Date, traits[RunTraitNames.LastPurchase]![row].Date));
        }

        TraitTable others = table.ToTraits(["nobody", table.Customers[3].Customer]);
        Assert.Equal(traits.Row(3)[PurchaseFeatures.Revenue], others.Find(table.Customers[3].Customer)![PurchaseFeatures.Revenue]);
        Assert.Equal((0, true), (others.Find("nobody")![PurchaseFeatures.Orders].Number, others.Find("nobody")![PurchaseFeatures.RecencyDays].IsMissing));
    }

    [Fact]
    public async Task Run_SegmentsThatDoNotFit_AreLeftOutWithThoseThatAskForThem()
    {
        InsightContext context = await Run(
            DrawnHistories(30, 1),
            new PurchaseStage(),
            Stage(
                new("Good", Orders.AtLeast(2)),
                new("Later", SegmentCondition.InSegment("Loyal") | SegmentCondition.InSegment("Good")),
                new("Loyal", new Trait("points").AtLeast(2)),
                new("Better", SegmentCondition.InSegment("Good") & Orders.AtLeast(3))));

        SegmentResult result = context.Find<SegmentResult>()!;
        Assert.Equal(["Good", "Better"], result.Sizes.Select(size => size.Segment));
        Assert.Equal(["/segments/2/when/trait", "/segments/1/when/any/0/segment"], result.LeftOut.Select(problem => problem.Path));
        Assert.Equal(["segment-left-out", "segment-left-out"], context.Lines.Where(line => line.Stage == "segments").Select(line => line.Code));
        Assert.Contains("There is no trait 'points'", context.Lines.First(line => line.Stage == "segments").Text, StringComparison.Ordinal);
        Assert.NotEmpty(result.Members("Better"));
    }

    [Fact]
    public async Task Run_NothingBought_CountsNoDaysBack()
    {
        var context = new InsightContext(new InsightOptions()) { Customers = [new CustomerHistory("a", null, [])] };
        var segments = new SegmentStage(new SegmentOptions { Segments = new SegmentSet([new("young", new Trait("seen").WithinLastDays(3)), new("known", new Trait("seen").IsKnown())]) }, [new Seen()]);
        foreach (IInsightStage stage in new IInsightStage[] { new PurchaseStage(), segments })
        {
            await stage.RunAsync(context, default);
        }

        Assert.Null(context.Find<TraitTable>()!.AsOf);
        Assert.Equal(["seen"], context.Find<TraitTable>()!.Schema.Traits.Select(trait => trait.Name));
        Assert.Equal([0, 1], context.Find<SegmentResult>()!.Sizes.Select(size => size.Customers));
        Assert.Equal(("no-as-of-day", 1), context.Lines.Where(line => line.Stage == "segments").Select(line => (line.Code, line.Count)).Single());
        Assert.Equal(["a"], context.Find<TraitTable>()!.Customers);
    }

    /// <summary>Law L11: nothing after the as-of moment changes a trait.</summary>
    [Fact]
    public async Task Run_ActivitiesAfterTheAsOfMoment_ChangeNothing()
    {
        CustomerHistory[] now = DrawnHistories(50, 3);
        CustomerHistory[] later = [.. now.Select(customer => customer with { Activities = [.. customer.Activities, Bought(customer.Customer, -1, 1_000m)] })];
        SegmentStage stage = Stage(new SegmentDefinition("Recent", new Trait(RunTraitNames.LastPurchase).WithinLastDays(60)));

        Assert.Equal((await Run(now, new PurchaseStage(), stage)).Find<SegmentResult>(), (await Run([.. later.Reverse()], new PurchaseStage(), stage)).Find<SegmentResult>());
    }

    [Fact]
    public async Task AddModels_SegmentsAndProviders_AreUsed()
    {
        var builder = new Builder("retail", new ServiceCollection());
        builder.AddModels(models => models.Segments(options => options.Segments = new SegmentSet([new("Tall", new Trait("height").AtLeast(180) & Orders.AtLeast(1))])));
        builder.AddService<ITraitProvider>(_ => new Heights());
        await using ServiceProvider services = builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        IInsightStage[] stages = [.. services.FindInsightServices<IInsightStage>("retail")];

        Assert.Equal(["purchases", "segments"], stages.Select(stage => stage.Name));
        InsightContext context = await Run(DrawnHistories(5, 3), stages);
        Assert.Equal(["c00001", "c00003"], context.Find<SegmentResult>()!.Members("Tall"));
        Assert.Equal(1, context.Lines.Single(line => line.Code == "unknown-customers").Count);
    }

    [Fact]
    public async Task Run_ProviderOfTakenNamesOrAnotherDay_IsLeftOutAsFar()
    {
        ITraitProvider clashing = new Given(TraitTable.Create(["c00001"], null, [TraitColumn.Numbers(RunTraitNames.Orders, [99]), TraitColumn.Numbers("points", [7])]));
        ITraitProvider again = new Given(TraitTable.Create(["c00001"], new DateOnly(2024, 12, 31), [TraitColumn.Numbers("points", [8])]));
        ITraitProvider tomorrow = new Given(TraitTable.Create(["c00001", "stranger"], new DateOnly(2025, 1, 1), [TraitColumn.Numbers("visits", [3, 4]), TraitColumn.Numbers("clicks", [3, 4])]));

        InsightContext context = await Run(DrawnHistories(5, 3), new PurchaseStage(), new SegmentStage(null, [clashing, again, tomorrow]));

        TraitTable traits = context.Find<TraitTable>()!;
        Assert.Equal(7, traits.Find("c00001")!["points"].Number);
        Assert.NotEqual(99, traits.Find("c00001")![RunTraitNames.Orders].Number);
        Assert.Equal(new DateOnly(2024, 12, 31), traits.AsOf);
        Assert.Null(traits["visits"]);
        ReportLine[] lines = [.. context.Lines.Where(line => line.Stage == "segments")];
        Assert.Equal([("provider-trait-left-out", 1), ("provider-trait-left-out", 1), ("provider-traits-left-out", 2)], lines.Select(line => (line.Code, line.Count)));
        Assert.Contains("Given, 'orders'", lines[0].Text, StringComparison.Ordinal);
        Assert.Contains("2025-01-01, but those of the run from 2024-12-31", lines[2].Text, StringComparison.Ordinal);
    }

    /// <summary>Law L11 cannot hold for profiles, since versions of records are not kept: it is said how many records are later.</summary>
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    public async Task Run_RecordsObservedAfterTheAsOfMoment_AreCounted(int days, int expected)
    {
        IRecordSource Crm() => RecordMap.For<Contact>("crm").Key(contact => contact.Id).Country(contact => contact.Country)
            .UpdatedAt(contact => contact.Born is null ? null : AsOf.AddDays(days)).From([new("1", "NL", "x"), new("2", "NL", "x"), new("3", "NL")]);
        async Task<IEnumerable<ReportLine>> Lines(SegmentOptions options) => (await new InsightEngine(new InsightSetup
        {
            Options = new InsightOptions { AsOf = AsOf },
            RecordSources = [Crm()],
            Stages = [new SegmentStage(options)],
        }).RunAsync()).Report.Lines.Where(line => line.Code == "records-after-as-of");

        Assert.Equal(expected, (await Lines(new SegmentOptions())).Sum(line => line.Count));
        Assert.Empty(await Lines(new SegmentOptions { ProfileFields = [] }));
    }

    [Fact]
    public void AddModels_UnsoundSegments_AreFoundAtTheStart()
    {
        var builder = new Builder("retail", new ServiceCollection());
        builder.AddModels(models => models.Segments(options => options.Segments = new SegmentSet([new("a", SegmentCondition.InSegment("b"))])));
        using ServiceProvider services = builder.Services.BuildServiceProvider();

        Assert.Contains("/segments/0/when/segment: There is no segment 'b'", Assert.ThrowsAny<Exception>(services.GetRequiredService<IStartupValidator>().Validate).ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SegmentStage(new SegmentOptions { Segments = null! }));
    }

    private static IRecordSource Map(string source, Contact[] contacts, SourceConventions? conventions = null) => RecordMap.For<Contact>(source).Key(contact => contact.Id).Country(contact => contact.Country)
        .DateOfBirth(contact => contact.Born).Attribute("size", AttributeKind.Number, contact => contact.Size).Emails(contact => contact.Mails).Conventions(conventions ?? SourceConventions.Default).From(contacts);

    private static IActivitySource Sales(params Sale[] sales) => ActivityMap.For<Sale>("shop").Key(sale => sale.Id).Customer(sale => sale.Customer).At(sale => AsOf.AddDays(-sale.DaysBefore))
        .Type(ActivityTypes.Purchase).Value(sale => sale.Amount, "EUR").Channel(sale => sale.Channel).From(sales);

    private static SegmentStage Stage(params SegmentDefinition[] segments) => new(new SegmentOptions { Segments = new SegmentSet(ValueList.Create<SegmentDefinition>(segments)) });

    private static async Task<InsightContext> Run(IReadOnlyList<CustomerHistory> customers, params IInsightStage[] stages)
    {
        var context = new InsightContext(new InsightOptions { AsOf = AsOf }) { Customers = [.. customers.OrderBy(customer => customer.Customer, StringComparer.Ordinal)] };
        foreach (IInsightStage stage in stages)
        {
            await stage.RunAsync(context, default);
        }

        return context;
    }

    private sealed record Builder(string Name, IServiceCollection Services) : IInsightBuilder;

    private sealed class Given(TraitTable table) : ITraitProvider
    {
        public ValueTask<TraitTable> GetTraitsAsync(InsightContext context, CancellationToken cancellationToken) => ValueTask.FromResult(table);
    }

    private sealed class Seen : ITraitProvider
    {
        public ValueTask<TraitTable> GetTraitsAsync(InsightContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult(TraitTable.Create(["a"], null, [TraitColumn.Dates("seen", [new DateOnly(2024, 1, 1)])]));
    }

    private sealed class Heights : ITraitProvider
    {
        public ValueTask<TraitTable> GetTraitsAsync(InsightContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult(TraitTable.Create(["c00001", "c00002", "c00003", "stranger"], null, [TraitColumn.Numbers("height", [190, 170, 181, 200])]));
    }
}
