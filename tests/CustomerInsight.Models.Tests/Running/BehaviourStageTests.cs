using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

/// <summary>The stages of lifecycle and retention, alone and in a host.</summary>
public sealed class BehaviourStageTests
{
    private sealed record Builder(string Name, IServiceCollection Services) : IInsightBuilder;

    [Fact]
    public async Task Stages_ManyCustomers_LeaveWhatTheTypesGiveDirectly()
    {
        CustomerHistory[] customers = [.. DrawnHistories(300, 8), History("nobody")];

        InsightContext context = await Run(customers, AsOf, new LifecycleStage(), new RetentionStage());

        Assert.Equal(LifecycleResult.From(customers, AsOf), context.Find<LifecycleResult>());
        Assert.Equal(RetentionTable.From(customers, AsOf), context.Find<RetentionTable>());
        Assert.Equal(["customers-without-activity", "customers-without-start", "open-cells"], context.Lines.Select(line => line.Code));
        Assert.Equal([("lifecycle", 1L), ("retention", 1L)], context.Lines.Take(2).Select(line => (line.Stage, line.Count)));
    }

    [Fact]
    public async Task Stages_NoActivityAtAll_KnowTheProspects()
    {
        InsightContext context = await Run([History("a"), History("b")], null, new LifecycleStage(), new RetentionStage());

        LifecycleResult lives = context.Find<LifecycleResult>()!;
        Assert.Null(lives.AsOf);
        Assert.Equal(2, lives.Census().States[0].Customers);
        Assert.Equal((0, 2), (lives.Census(AsOf).States[0].Customers, lives.Census(AsOf).NotSeen));
        Assert.Equal("prospect", lives.Customers[1].StateAt(AsOf));
        Assert.StartsWith("2 customers" + Environment.NewLine, lives.Describe(), StringComparison.Ordinal);
        RetentionTable table = context.Find<RetentionTable>()!;
        Assert.Null(table.AsOf);
        Assert.Empty(table.Cohorts);
        Assert.Equal(13, table.Total.Count);
        Assert.Contains("0 customers in 0 cohorts, as of no moment", table.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Stages_UnusableOptions_Refuse()
    {
        Assert.Contains("Name each type", Refused(new RetentionOptions { StartTypes = [string.Empty] }), StringComparison.Ordinal);
        Assert.Contains("'euro' is no currency code", Refused(new RetentionOptions { Currency = "euro" }), StringComparison.Ordinal);
        Assert.Contains("There are 0 columns", Refused(new RetentionOptions { Offsets = [] }), StringComparison.Ordinal);
        Assert.Contains("Column 2 is from 1 to 1", Refused(new RetentionOptions { Offsets = [1, 1] }), StringComparison.Ordinal);
        Assert.Contains("Column 1 is from -1 to -1", Refused(new RetentionOptions { Offsets = [-1] }), StringComparison.Ordinal);
        Assert.Contains("Column 1 is from 40000 to 40000", Refused(new RetentionOptions { Offsets = [40_000] }), StringComparison.Ordinal);
        Assert.Contains("Column 2 is from 3 to 5", Refused(new RetentionOptions { Kind = RetentionKind.Bracket, Brackets = [new(0, 3), new(3, 5)] }), StringComparison.Ordinal);
        Assert.Contains("Column 1 is from 2 to .", Refused(new RetentionOptions { Kind = RetentionKind.Bracket, Brackets = [new(2, null)] }), StringComparison.Ordinal);
        Assert.Contains("DayStartsAtHour must be between 0 and 23", Refused(new RetentionOptions { DayStartsAtHour = 24 }), StringComparison.Ordinal);
        Assert.Contains("Kind", Refused(new RetentionOptions { Kind = (RetentionKind)7 }), StringComparison.Ordinal);
        Assert.Contains("Machine field is required", Assert.Throws<ArgumentException>(() => new LifecycleStage(new LifecycleOptions { Machine = null! })).Message, StringComparison.Ordinal);
        Assert.Contains("DayStartsAtHour must be between 0 and 23", Assert.Throws<ArgumentException>(() => new LifecycleStage(new LifecycleOptions { DayStartsAtHour = 24 })).Message, StringComparison.Ordinal);
        Assert.Contains("There is a rate for 'EUR'", Refused(new RetentionOptions { Currency = "EUR", Rates = new Dictionary<string, decimal> { ["EUR"] = 2 } }), StringComparison.Ordinal);
        Assert.Contains("Name it in Currency", Refused(new RetentionOptions { Rates = new Dictionary<string, decimal> { ["EUR"] = 2 } }), StringComparison.Ordinal);

        static string Refused(RetentionOptions options) => Assert.Throws<ArgumentException>(() => new RetentionStage(options)).Message;
    }

    [Fact]
    public async Task AddModels_LifecycleAndRetention_RunWithTheirSettings()
    {
        var builder = new Builder("retail", new ServiceCollection());
        builder.AddModels(models => models
            .Lifecycle(options => options.Machine = LifecycleMachine.Standard(30, 90, 180))
            .Retention(options => options.Period = CohortPeriod.Week)
            .Retention(options => options.Offsets = [4]));
        using ServiceProvider services = builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        services.GetRequiredService<IStartupValidator>().Validate();
        IInsightStage[] stages = [.. services.FindInsightServices<IInsightStage>("retail")];
        InsightContext context = await Run(DrawnHistories(50, 1), AsOf, stages);

        Assert.Equal(["purchases", "lifecycle", "retention"], stages.Select(stage => stage.Name));
        Assert.All(stages, stage => Assert.Equal(InsightPhase.Model, stage.Phase));
        Assert.Equal(LifecycleMachine.Standard(30, 90, 180), context.Find<LifecycleResult>()!.Machine);
        Assert.Equal((CohortPeriod.Week, new RetentionPeriod(4, 4)), (context.Find<RetentionTable>()!.Definition.Period, context.Find<RetentionTable>()!.Definition.Periods.Single()));
    }

    /// <summary>One run has one day and one currency: those of its purchases.</summary>
    [Fact]
    public async Task Stages_PurchasesOfTheirOwnDayAndMoney_AreFollowed()
    {
        var purchases = new PurchaseOptions
        {
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"),
            DayStartsAtHour = 3,
            KeepZeroAmounts = true,
            Currency = "USD",
            Rates = new Dictionary<string, decimal> { ["EUR"] = 2 },
        };

        InsightContext context = await Run(Mixed(), AsOf, new PurchaseStage(purchases), new LifecycleStage(), new RetentionStage());

        LifecycleResult lives = context.Find<LifecycleResult>()!;
        RetentionTable table = context.Find<RetentionTable>()!;
        var expected = new LifecycleOptions { TimeZone = purchases.TimeZone, DayStartsAtHour = 3, KeepZeroAmounts = true };
        var cohorts = new RetentionOptions { TimeZone = purchases.TimeZone, DayStartsAtHour = 3, KeepZeroAmounts = true, Currency = "USD", Rates = purchases.Rates };
        Assert.Equal(LifecycleResult.From(Mixed(), AsOf, expected), lives);
        Assert.Equal(RetentionTable.From(Mixed(), AsOf, cohorts), table);
        Assert.Equal(context.Find<PurchaseTable>()!.AsOfDay, lives.AsOfDay);
        Assert.Equal(new DateOnly(2025, 1, 1), lives.ToTraits().AsOf);
        Assert.Equal(context.Find<PurchaseTable>()!.Customers.Sum(row => row.Revenue), table.Total[^1].All.CumulativeRevenue);
        Assert.Equal(("USD", 46m), (table.Currency, table.Total[^1].All.CumulativeRevenue));
        Assert.NotEqual(LifecycleResult.From(Mixed(), AsOf), lives);
    }

    [Fact]
    public async Task Stages_OptionsOfTheirOwn_ComeBeforeThoseOfThePurchases()
    {
        var purchases = new PurchaseOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), DayStartsAtHour = 3, KeepZeroAmounts = true, Currency = "USD", Rates = new Dictionary<string, decimal> { ["EUR"] = 2 } };
        var own = new LifecycleOptions { TimeZone = TimeZoneInfo.Utc, DayStartsAtHour = 0, KeepZeroAmounts = false };
        var cohorts = new RetentionOptions { TimeZone = TimeZoneInfo.Utc, DayStartsAtHour = 0, KeepZeroAmounts = false, Currency = "EUR" };

        InsightContext context = await Run(Mixed(), AsOf, new PurchaseStage(purchases), new LifecycleStage(own), new RetentionStage(cohorts));

        Assert.Equal(LifecycleResult.From(Mixed(), AsOf), context.Find<LifecycleResult>());
        Assert.Equal(RetentionTable.From(Mixed(), AsOf), context.Find<RetentionTable>());
        Assert.Equal("EUR", context.Find<RetentionTable>()!.Currency);
    }

    [Fact]
    public async Task Stages_ThingsLeftOut_ReportsEach()
    {
        InsightContext context = await Run(Mixed(), AsOf, new LifecycleStage(), new RetentionStage(new RetentionOptions { Offsets = [0] }));
        InsightContext netted = await Run(
            Mixed(), AsOf, new RetentionStage(new RetentionOptions { Offsets = [0], NetRefunds = true, Currency = "EUR", Rates = new Dictionary<string, decimal> { ["USD"] = 0.5m } }));

        Assert.Equal(
            [
                ("lifecycle", "refunds-left-out", 1), ("lifecycle", "zero-amounts-left-out", 1), ("lifecycle", "same-day-left-out", 1),
                ("retention", "refunds-left-out", 1), ("retention", "zero-amounts-left-out", 1), ("retention", "no-amount-in-revenue", 1),
                ("retention", "implausible-amounts-left-out", 1), ("retention", "other-currency-left-out", 1),
            ],
            context.Lines.Where(line => line.Code != "customers-without-start").Select(line => (line.Stage, line.Code, (int)line.Count)));
        Assert.Equal("purchases and refunds of 1 customers in USD are not in the revenue, which is in EUR; the purchases count as purchases", context.Lines[^1].Text);
        Assert.Contains(netted.Lines, line => line.Code == "refunds-netted");
        Assert.Equal("purchases and refunds of 1 customers in USD converted into EUR", netted.Lines[^1].Text);
    }

    // Two purchases in EUR are on one day of UTC and on two of Tokyo's that begin at three.
    private static CustomerHistory[] Mixed() =>
    [
        History("a", Bought("a", new DateTimeOffset(2024, 5, 1, 17, 0, 0, TimeSpan.Zero), 10m), Bought("a", new DateTimeOffset(2024, 5, 1, 19, 0, 0, TimeSpan.Zero), 10m)),
        History("b", Bought("b", new DateTimeOffset(2024, 5, 4, 0, 0, 0, TimeSpan.Zero), 6m, currency: "USD"), Bought("b", new DateTimeOffset(2024, 5, 5, 0, 0, 0, TimeSpan.Zero), -1m)),
        History("c", Bought("c", new DateTimeOffset(2024, 5, 4, 0, 0, 0, TimeSpan.Zero), 0m)),
        History("d", Bought("d", new DateTimeOffset(2024, 5, 4, 0, 0, 0, TimeSpan.Zero), null), Bought("d", new DateTimeOffset(2024, 5, 6, 0, 0, 0, TimeSpan.Zero), 3_000_000_000_000_000_000m)),
    ];

    [Fact]
    public void AddModels_UnusableRetention_IsFoundAtTheStart()
    {
        var builder = new Builder("retail", new ServiceCollection());
        builder.AddModels(models => models.Retention(options => options.Offsets = []));
        using ServiceProvider services = builder.Services.BuildServiceProvider();

        Assert.Contains("There are 0 columns", Assert.ThrowsAny<Exception>(services.GetRequiredService<IStartupValidator>().Validate).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stages_OtherCulture_SayTheSame()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        string[] expected = await Texts();
        try
        {
            foreach (string culture in new[] { "de-DE", "fa-IR", "tr-TR" })
            {
                System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, await Texts());
            }
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static async Task<string[]> Texts()
    {
        InsightContext context = await Run(DrawnHistories(60, 8), AsOf, new LifecycleStage(), new RetentionStage());
        LifecycleResult lives = context.Find<LifecycleResult>()!;
        RetentionTable table = context.Find<RetentionTable>()!;
        using var file = new MemoryStream();
        lives.Machine.Save(file);
        return
        [
            .. lives.Customers.Select(life => life.Explain()),
            .. context.Lines.Select(line => line.Text),
            lives.Describe(), lives.ToVegaLite(), lives.Machine.Describe(), lives.Transitions().Describe(), lives.Flow(AsOf.AddDays(-99), AsOf).Describe(),
            lives.Sankey(AsOf.AddDays(-99), AsOf).ToVegaLite(), lives.Sankey(AsOf.AddDays(-99), AsOf).Describe(),
            table.Describe(), table.ToVegaLite(), table.ToVegaLite(RetentionMeasure.Revenue), table.ToString(), lives.ToString(),
            Convert.ToHexString(file.ToArray()),
        ];
    }

    private static async Task<InsightContext> Run(IReadOnlyList<CustomerHistory> customers, DateTimeOffset? asOf, params IInsightStage[] stages)
    {
        var context = new InsightContext(new InsightOptions { AsOf = asOf }) { Customers = customers };
        foreach (IInsightStage stage in stages)
        {
            await stage.RunAsync(context, default);
        }

        return context;
    }
}
