using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

/// <summary>What the stage of values does where currencies differ, or the clock is changed.</summary>
public sealed class LifetimeValueStageTests
{
    private static readonly GammaGammaModel Spending = new(6.25, 3.74, 15.44);

    private static LifetimeValueEstimator Choosing => new(new LifetimeValueOptions { Purchases = new PurchaseModelOptions { Kind = null } });

    /// <summary>Up to the cut there was more in pounds, over all more in euros.</summary>
    [Fact]
    public async Task Stage_KindToBeChosen_ComparesInTheCurrencyOfTheValues()
    {
        CustomerHistory[] customers =
        [
            .. DrawnHistories(300, 11),
            .. Enumerable.Range(0, 900).Select(i => History($"y{i:D5}", [.. Enumerable.Range(0, 3).Select(k => Bought($"y{i:D5}", 690 - (40 * k) - (i % 9), 900m, currency: "GBP"))])),
            .. Enumerable.Range(0, 900).Select(i => History($"z{i:D5}", [.. Enumerable.Range(0, 4).Select(k => Bought($"z{i:D5}", 90 - (20 * k) - (i % 9), 2_000m))])),
        ];
        var earlier = PurchaseTable.From(customers, AsOf.AddDays(-230));

        InsightContext context = await Run(customers, AsOf, new PurchaseOptions(), new LifetimeValueStage(Choosing));

        Assert.Equal("GBP", earlier.Currency);
        Assert.Equal("EUR", context.Find<PurchaseTable>()!.Currency);
        Assert.True(context.Find<LifetimeValueResult>()!.Choice!.Candidates.All(candidate => candidate.Fit.Customers <= 300));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Stage_ShortHistoryAtTheEndOfSummerTime_ChoosesNoneAndSaysSo(int days)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var asOf = new DateTimeOffset(2025, 10, 26, 23, 30, 0, TimeSpan.FromHours(1));
        CustomerHistory[] customers = [.. Enumerable.Range(0, 5).Select(i => History($"c{i}", Bought($"c{i}", asOf.AddDays(-days).AddHours(-1), 10m), Bought($"c{i}", asOf.AddHours(-1), 10m)))];

        InsightContext context = await Run(customers, asOf, new PurchaseOptions { TimeZone = berlin }, new LifetimeValueStage(Choosing));

        LifetimeValueResult result = context.Find<LifetimeValueResult>()!;
        Assert.Null(result.Choice!.Recommended);
        Assert.StartsWith("No model can be recommended", result.Choice.Reason, StringComparison.Ordinal);
        Assert.Empty(result.Customers);
    }

    [Fact]
    public async Task Stage_ModelOfAnotherCurrency_ValuesNobodyAndSaysSo()
    {
        var model = new LifetimeValueModel(new BgNbdModel(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week), Spending, "USD", Duration.Days(365), DiscountRate.None);

        InsightContext context = await Run(DrawnHistories(20, 3), AsOf, new PurchaseOptions(), new LifetimeValueStage(model));

        LifetimeValueResult result = context.Find<LifetimeValueResult>()!;
        Assert.Null(result.Model);
        Assert.Empty(result.Customers);
        ReportLine line = Assert.Single(context.Lines, line => line.Stage == "lifetime-value");
        Assert.Equal(("other-currency", 20L), (line.Code, line.Count));
        Assert.Contains("in USD and theirs are in EUR", line.Text, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LifetimeValueResult.Of(context.Find<PurchaseTable>()!, model));
    }

    private static async Task<InsightContext> Run(CustomerHistory[] customers, DateTimeOffset asOf, PurchaseOptions options, LifetimeValueStage stage)
    {
        var context = new InsightContext(new InsightOptions { AsOf = asOf }) { Customers = customers };
        await new PurchaseStage(options).RunAsync(context, default);
        await stage.RunAsync(context, default);
        return context;
    }
}
