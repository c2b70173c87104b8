using CustomerInsight.Matching;
using CustomerInsight.Models;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>The code that README shows, as code that runs.</summary>
public class ReadmeExamples
{
    private static readonly Contact[] Contacts = [.. Enumerable.Range(0, 60).SelectMany(i => new[]
    {
        new Contact($"a{i}", $"Ann{i}", $"Lee{i}", $"ann{i}@mail.example", $"07700900{i:000}", new DateOnly(1980, 1, 1).AddDays(37 * i), $"u{i}", new DateTime(2026, 1, 1)),
        new Contact($"b{i}", $"ANN{i}", $"Lee{i}", $"ann{i}@mail.example", null, new DateOnly(1980, 1, 1).AddDays(37 * i), null, new DateTime(2026, 2, 1)),
    })];

    private static readonly Order[] Orders = [.. Enumerable.Range(0, 300).Select(i => new Order($"o{i}", $"a{i % 60}", new DateTime(2025, 1, 1).AddDays(i * i % 500), 10 + (i % 7)))];

    [Fact]
    public async Task Host_AsReadmeShowsIt_UnifiesAndScoresCustomers()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new Crm(Contacts, Orders));
        #region host
        services.AddCustomerInsight(insight => insight
            .AddSource(RecordMap.For<Contact>("crm")
                .Key(c => c.Id).UpdatedAt(c => c.ModifiedOn)
                .GivenName(c => c.FirstName).FamilyName(c => c.LastName)
                .Email(c => c.Email).Phone(c => c.Mobile).DateOfBirth(c => c.BirthDate)
                .Identifier("wechat.unionid", scope: "open-platform", c => c.UnionId), (s, stop) => s.GetRequiredService<Crm>().ContactsAsync(stop))
            .AddActivities(ActivityMap.For<Order>("shop")
                .Key(o => o.Id).Customer(o => o.ContactId, "crm").At(o => o.PlacedOn).Value(o => o.Total, "GBP"), (s, stop) => s.GetRequiredService<Crm>().OrdersAsync(stop))
            .AddMatching(match => match.People())
            .AddMerging(merge => merge.Default(Survivorship.MostRecent).Group("address", Survivorship.MostComplete))
            .AddModels(models => models.Rfm().LifetimeValue()));
        #endregion
        await using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        #region run
        InsightRun run = await provider.GetRequiredService<IInsightEngine>().RunAsync();
        Console.WriteLine(run.Report.Describe());                                  // rows read, left out and why
        MatchLink link = run.Matches()!.Links[0];
        Console.WriteLine(run.Matches()!.Explain(link.Left, link.Right).Explain()); // +9.1  e-mail: same user part …
        Console.WriteLine(run.Rfm().Customers[0].Explain());                       // Recency 12 days: 5 of 5 …
        #endregion

        Assert.Equal(60, run.Profiles.Count);
        Assert.All(run.Profiles, profile => Assert.StartsWith("ANN", profile["given_name"]!.Values.First, StringComparison.Ordinal));
        Assert.Equal(60, run.Rfm().Customers.Count);
        Assert.Equal(Orders.Sum(order => order.Total), run.Purchases().Customers.Sum(customer => customer.Revenue));
    }

    [Fact]
    public async Task WithoutAContainer_AsReadmeShowsIt_GivesTheSame()
    {
        RecordMap<Contact> contacts = RecordMap.For<Contact>("crm").Key(c => c.Id).UpdatedAt(c => c.ModifiedOn).GivenName(c => c.FirstName).FamilyName(c => c.LastName).Email(c => c.Email).DateOfBirth(c => c.BirthDate);
        #region plain
        var engine = new InsightEngine(new InsightSetup
        {
            RecordSources = [contacts.From(Contacts)],
            Stages = [new MatchingStage()],
        });
        InsightRun run = await engine.RunAsync();
        #endregion

        Assert.Equal(60, run.Profiles.Count);
    }

    [Fact]
    public async Task Identity_AsReadmeShowsIt_KeepsIdsFromRunToRunAndHoldsToWhatPeopleDecide()
    {
        RecordMap<Contact> contacts = RecordMap.For<Contact>("crm").Key(c => c.Id).UpdatedAt(c => c.ModifiedOn).GivenName(c => c.FirstName).FamilyName(c => c.LastName).Email(c => c.Email).DateOfBirth(c => c.BirthDate);
        var services = new ServiceCollection();
        services.AddCustomerInsight(insight => insight.AddSource(contacts.From(Contacts)).AddMatching(match => match.People()).AddIdentity());
        await using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        IInsightEngine engine = provider.GetRequiredService<IInsightEngine>();
        IIdentityResolver resolver = provider.GetRequiredService<IIdentityResolver>();
        IStewardship stewardship = provider.GetRequiredService<IStewardship>();
        InsightRun first = await engine.RunAsync();
        Contact contact = Contacts[0] with { Id = "new", Mobile = null };
        Profile profile = resolver.Find(new RecordKey("crm", Contacts[0].Id))!;
        RecordKey key = profile.Records[0];

        #region identity
        Resolution resolution = await resolver.ResolveAsync(contacts.ToRecord(contact));
        Console.WriteLine(resolution.Explain());                                   // Joined: P0000042, with the evidence
        await stewardship.DecideAsync(StewardAction.Unmerge(profile.Id, key), "ann", "her sister's account");
        #endregion

        InsightRun second = await engine.RunAsync();
        Assert.Equal((ResolutionKind.Joined, profile.Id), (resolution.Kind, resolution.ProfileId));
        Assert.Equal(60, first.Profiles.Count);
        Assert.Equal(first.Profiles.Select(static one => one.Id).Append(new ProfileId(61)), second.Profiles.Select(static one => one.Id));
        Assert.Equal(provider.GetRequiredService<IdentityGraph>(), resolver);
    }

    [Fact]
    public async Task Segments_AsReadmeShowsThem_AreExplained()
    {
        IActivitySource orders = ActivityMap.For<Order>("shop").Key(o => o.Id).Customer(o => o.ContactId).At(o => o.PlacedOn).Value(o => o.Total, "GBP").From(Orders);
        var services = new ServiceCollection();
        #region segments
        services.AddCustomerInsight(insight => insight.AddActivities(orders).AddModels(models => models
            .Rfm().Groups().Lifecycle().Retention()
            .Segments(o => o.Segments = new([new("slipping away", new Trait("orders").AtLeast(3) & !new Trait("last_purchase").WithinLastDays(120))]))));
        #endregion
        await using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        InsightRun run = await provider.GetRequiredService<IInsightEngine>().RunAsync();
        string customer = Contacts[0].Id;

        #region segments-run
        Console.WriteLine(run.Groups().Describe());                                // frequent, high-spending: spends 5.7 × as much …
        Console.WriteLine(run.Segments().Explain("slipping away", customer)!.Explain()); // lacks: orders is at least 3 (it is 2: 1 more)
        Console.WriteLine(run.Lifecycle().Find(customer)!.State);                  // at risk
        Console.WriteLine(run.Retention().ToVegaLite());                           // a heat map of cohorts
        #endregion

        Assert.Equal(60, run.Lifecycle().Customers.Count);
        Assert.Equal(60, run.Groups().Customers.Count);
        Assert.All(run.Segments().Members("slipping away"), member => Assert.Contains("at least 3", run.Segments().Explain("slipping away", member)!.Explain(), StringComparison.Ordinal));
    }

    [Fact]
    public void LifetimeValue_AsReadmeShowsIt_ValuesCustomers()
    {
        var end = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        SimulatedPurchases drawn = new PurchaseSimulator(new BgNbdModel(0.243, 4.414, 0.793, 2.426, TimeUnit.Week)).Simulate(2_000, Duration.Weeks(60), Duration.Weeks(70));
        SimulatedSpend spend = new SpendSimulator(new GammaGammaModel(6.25, 3.74, 15.44)).Simulate(drawn.Patterns);
        Purchase[] purchases = [.. Enumerable.Range(0, drawn.Count).SelectMany(customer => drawn.PurchaseDays(customer).Zip(
            spend.Amounts(customer), (day, amount) => new Purchase($"c{customer}", end.AddDays(day - drawn.Patterns[customer].TenureDays), (decimal)amount)))];
        #region value
        var log = new ActivityLog();                                               // or PurchaseTable.From(run.Customers, …)
        foreach (Purchase purchase in purchases)
        {
            log.Add(purchase.Customer, purchase.At, purchase.Amount, "GBP");
        }

        var table = PurchaseTable.From(log, end);
        ModelChoice choice = new PurchaseModelSelector(new() { Candidates = [PurchaseModelKind.BgNbd, PurchaseModelKind.ParetoNbd] })
            .Choose(PurchaseHoldout.From(log, end.AddDays(-180), end));
        Console.WriteLine(choice.Describe());                                      // BG/NBD foretold best what customers did …
        var values = LifetimeValueResult.Of(table, new LifetimeValueEstimator(new() { Horizon = Duration.Forever }), choice);
        Console.WriteLine(values.Fit!.Describe());                                 // r 0.24 (0.0126) …, what is weakly identified
        Console.WriteLine(values.Top(1)[0].Explain());                             // 0.96 chance of still buying: 42 purchase days …
        #endregion

        Assert.NotNull(choice.Recommended);
        Assert.Equal(2_000, values.Customers.Count);
        Assert.InRange(values.Total / 2_000, 20, 300);
    }

    [Fact]
    public void Churn_AsReadmeShowsIt_TellsWhoWillLeave()
    {
        var end = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        SimulatedPurchases drawn = new PurchaseSimulator(new BgNbdModel(0.8, 8, 0.8, 2.4, TimeUnit.Week)).Simulate(1_500, Duration.Weeks(40), Duration.Weeks(80));
        SimulatedSpend spend = new SpendSimulator(new GammaGammaModel(6.25, 3.74, 15.44)).Simulate(drawn.Patterns);
        Purchase[] purchases = [.. Enumerable.Range(0, drawn.Count).SelectMany(customer => drawn.PurchaseDays(customer).Zip(
            spend.Amounts(customer), (day, amount) => new Purchase($"c{customer}", end.AddDays(day - drawn.Patterns[customer].TenureDays), (decimal)amount)))];
        #region churn
        var log = new ActivityLog();
        foreach (Purchase purchase in purchases)
        {
            log.Add(purchase.Customer, purchase.At, purchase.Amount, "GBP");
        }

        var features = new ActivityFeatureBuilder();
        DateTimeOffset cutOff = end.AddDays(-90);                                  // what was known then, and who bought nothing since
        var panel = CustomerPanel.From(log, [cutOff], features, end);
        ChurnModel model = new ChurnEstimator().Fit(panel).Model!;
        Console.WriteLine(model.Card.Describe());                                  // AUC 0.80 out of fold, (recency) 0.77 …
        CustomerSnapshot today = features.Build(log, end);
        ChurnPrediction risk = model.Predict(today).MaxBy(customer => customer.Probability)!;
        foreach (RiskReason reason in new ReasonWriter(typical: today.Features).Reasons(risk, today.Features.Find(risk.Customer)))
        {
            Console.WriteLine(reason.Text);                                        // has not bought for 120 days, usually after 30: raises the risk
        }
        #endregion

        Assert.InRange(model.Card.Metrics.AreaUnderRoc, 0.6, 0.95);
        Assert.InRange(risk.Probability!.Value, 0.5, 1);
    }

    private sealed record Purchase(string Customer, DateTimeOffset At, decimal Amount);

    private sealed record Contact(string Id, string FirstName, string LastName, string Email, string? Mobile, DateOnly BirthDate, string? UnionId, DateTime ModifiedOn);

    private sealed record Order(string Id, string ContactId, DateTime PlacedOn, decimal Total);

    private sealed class Crm(Contact[] contacts, Order[] orders)
    {
        public async IAsyncEnumerable<Contact> ContactsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
        {
            foreach (Contact contact in contacts)
            {
                stop.ThrowIfCancellationRequested();
                await Task.CompletedTask;
                yield return contact;
            }
        }

        public async IAsyncEnumerable<Order> OrdersAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
        {
            foreach (Order order in orders)
            {
                stop.ThrowIfCancellationRequested();
                await Task.CompletedTask;
                yield return order;
            }
        }
    }
}
