using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class ModelsInsightBuilderTests
{
    private sealed record Builder(string Name, IServiceCollection Services) : IInsightBuilder;

    [Fact]
    public void AddModels_Chosen_AddsTheirStagesAfterThePurchases()
    {
        using ServiceProvider services = Build(new Builder(string.Empty, new ServiceCollection()).AddModels(models => models.LifetimeValue().Rfm()));

        Assert.Equal(["purchases", "lifetime-value", "rfm"], services.GetServices<IInsightStage>().Select(stage => stage.Name));
    }

    [Fact]
    public void AddModels_CalledTwice_AddsNothingTwiceAndAppliesBothSettings()
    {
        IInsightBuilder builder = new Builder(string.Empty, new ServiceCollection())
            .AddModels(models => models.Rfm(options => options.Bins = 4))
            .AddModels(models => models.Rfm(options => options.MinimumCustomers = 30).Purchases(options => options.Currency = "EUR"));
        using ServiceProvider services = Build(builder);

        Assert.Equal(["purchases", "rfm"], services.GetServices<IInsightStage>().Select(stage => stage.Name));
        RfmOptions options = services.GetRequiredService<IOptions<RfmOptions>>().Value;
        Assert.Equal((4, 30), (options.Bins, options.MinimumCustomers));
    }

    [Fact]
    public async Task AddModels_TwoEngines_KeepTheirOwnSettings()
    {
        var collection = new ServiceCollection();
        new Builder(string.Empty, collection).AddModels(models => models.Rfm(options => options.Bins = 3));
        new Builder("retail", collection).AddModels(models => models.Rfm(options => options.Bins = 7).LifetimeValue());
        using ServiceProvider services = Build(collection);

        Assert.Equal(2, services.FindInsightServices<IInsightStage>(string.Empty).Count());
        Assert.Equal(3, services.FindInsightServices<IInsightStage>("retail").Count());
        Assert.Equal(3, (await Run(services, string.Empty)).Find<RfmResult>()!.Fit.Model!.Bins.Recency);
        Assert.Equal(7, (await Run(services, "retail")).Find<RfmResult>()!.Fit.Model!.Bins.Recency);
    }

    [Theory]
    [InlineData("")]
    [InlineData("retail")]
    public async Task AddModels_HostsOwnPlugIns_AreUsed(string engine)
    {
        var builder = new Builder(engine, new ServiceCollection());
        builder.AddModels(models => models.Rfm().LifetimeValue());
        builder.AddService<ISegmentation>(_ => new Own());
        builder.AddService<ILifetimeValueModel>(_ => new Own());
        using ServiceProvider services = Build(builder);

        InsightContext context = await Run(services, engine);

        Assert.All(context.Find<RfmResult>()!.Customers, score => Assert.Equal("mine", score.Segment.Name));
        Assert.All(context.Find<LifetimeValueResult>()!.Customers, value => Assert.Equal(7, value.Value));
        Assert.IsType<Own>(context.Find<LifetimeValueResult>()!.Model);
    }

    [Fact]
    public async Task AddModels_HostsOwnThresholds_ScoreInThePlaceOfLearnedOnes()
    {
        var model = new RfmModel([30], [1], [100], "EUR", [new("recent") { Recency = new(5, null) }, new("gone")]);
        var builder = new Builder("retail", new ServiceCollection());
        builder.AddModels(models => models.Purchases(options => options.SameDay = SameDayPolicy.OneADay).Rfm());
        builder.AddService(_ => model);
        using ServiceProvider services = Build(builder);

        InsightContext context = await Run(services, "retail");

        Assert.Same(model, context.Find<RfmResult>()!.Fit.Model);
        Assert.Equal(["recent", "gone"], context.Find<RfmResult>()!.Segments.Select(segment => segment.Segment));
        Assert.Contains(context.Lines, line => line is { Stage: "rfm", Code: "model-given" });
        Assert.All(context.Find<PurchaseTable>()!.Customers, row => Assert.Equal(row.Days, row.Orders));
    }

    [Fact]
    public void AddModels_UnusableSettings_AreFoundAtTheStart()
    {
        IInsightBuilder builder = new Builder("retail", new ServiceCollection()).AddModels(models => models
            .Rfm(options => options.Bins = 1)
            .LifetimeValue(options => options.Purchases.MinimumCustomers = 1)
            .Purchases(options => options.Currency = "euro"));
        using ServiceProvider services = Build(builder);

        string message = Assert.ThrowsAny<Exception>(services.GetRequiredService<IStartupValidator>().Validate).ToString();
        Assert.Contains("Bins must be between 2 and 10", message, StringComparison.Ordinal);
        Assert.Contains("MinimumCustomers must be between 10 and 1000000", message, StringComparison.Ordinal);
        Assert.Contains("three capital letters", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddModels_GoodSettings_PassTheCheckAtTheStart()
    {
        using ServiceProvider services = Build(new Builder("retail", new ServiceCollection()).AddModels(models => models.Rfm().LifetimeValue()));

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    [Fact]
    public void AddModels_Nothing_Refuses()
    {
        Assert.Throws<ArgumentNullException>(() => new Builder(string.Empty, new ServiceCollection()).AddModels(null!));
        Assert.Throws<ArgumentNullException>(() => ModelsInsightBuilder.AddModels(null!, _ => { }));
    }

    private static ServiceProvider Build(IInsightBuilder builder) => Build(builder.Services);

    private static ServiceProvider Build(IServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private static async Task<InsightContext> Run(IServiceProvider services, string engine)
    {
        var context = new InsightContext(new InsightOptions { AsOf = AsOf }) { Customers = DrawnHistories(200, 2) };
        foreach (IInsightStage stage in services.FindInsightServices<IInsightStage>(engine))
        {
            await stage.RunAsync(context, default);
        }

        return context;
    }

    private sealed class Own : ISegmentation, ILifetimeValueModel
    {
        public IReadOnlyList<string> Segments => ["mine"];

        public RfmSegmentChoice Choose(PurchaseSummary customer, RfmCell cell) => new("mine", "all are");

        public IReadOnlyList<CustomerLifetimeValue> Predict(IReadOnlyList<PurchaseSummary> customers, CancellationToken cancellationToken = default) =>
            [.. customers.Select(customer => new CustomerLifetimeValue(customer, Duration.Days(365), 1, 1, 1, 7))];
    }
}
