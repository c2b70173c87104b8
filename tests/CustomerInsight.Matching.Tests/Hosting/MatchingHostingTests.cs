using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Matching.Tests;

public class MatchingHostingTests
{
    private static readonly ServiceProviderOptions Strict = new() { ValidateOnBuild = true, ValidateScopes = true };

    [Fact]
    public async Task AddMatching_DefaultEngine_Matches()
    {
        using ServiceProvider services = Provider(new ServiceCollection().AddCustomerInsight(insight => insight.AddSource(Source()).AddMatching(match => match.People())));

        InsightRun run = await services.GetRequiredService<IInsightEngine>().RunAsync();

        Assert.NotNull(run.Matches());
        Assert.InRange(run.Profiles.Count, 90, 130);
    }

    [Fact]
    public async Task AddMatching_Twice_AddsOneStageAndChangesTheSettings()
    {
        using ServiceProvider services = Provider(new ServiceCollection().AddCustomerInsight(insight => insight
            .AddSource(Source())
            .AddMatching()
            .AddMatching(match => match.Configure(options => options.LinkProbability = 0.999))));

        Assert.Single(services.GetServices<IInsightStage>());
        Assert.Equal(0.999, services.GetRequiredService<IOptions<MatchingOptions>>().Value.LinkProbability);
        Assert.NotNull((await services.GetRequiredService<IInsightEngine>().RunAsync()).Matches());
    }

    [Fact]
    public async Task AddMatching_TwoEnginesSideBySide_KeepTheirSettingsApart()
    {
        using ServiceProvider services = Provider(new ServiceCollection()
            .AddCustomerInsight(insight => insight.AddSource(Source()).AddMatching())
            .AddCustomerInsight("strict", insight => insight.AddSource(Source()).AddMatching(match => match.Configure(options => options.LinkProbability = 0.9999999999999999))));

        InsightRun loose = await services.GetRequiredService<IInsightEngine>().RunAsync();
        InsightRun strict = await services.GetRequiredKeyedService<IInsightEngine>("strict").RunAsync();

        Assert.True(strict.Profiles.Count > loose.Profiles.Count);
    }

    [Fact]
    public async Task AddMatching_BlockedValues_AreBlocked()
    {
        using ServiceProvider services = Provider(new ServiceCollection().AddCustomerInsight(insight => insight.AddSource(Source()).AddMatching(match => match.Block("email", "nobody@nowhere.com", "info@"))));

        InsightRun run = await services.GetRequiredService<IInsightEngine>().RunAsync();

        Assert.Equal(2, run.Report.Lines.Single(static line => line.Code == "blocked-unused").Count);
    }

    [Fact]
    public async Task AddMatching_TheHostsOwnClusterer_IsUsed()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClusterer, NoClusters>();
        using ServiceProvider provider = Provider(services.AddCustomerInsight(insight => insight.AddSource(Source()).AddMatching()));

        Assert.Equal(200, (await provider.GetRequiredService<IInsightEngine>().RunAsync()).Profiles.Count);
    }

    [Fact]
    public async Task AddMatching_ALoadedModel_LinksAsTheRunThatTrainedIt()
    {
        using ServiceProvider training = Provider(new ServiceCollection().AddCustomerInsight(insight => insight.AddSource(Source()).AddMatching()));
        InsightRun trained = await training.GetRequiredService<IInsightEngine>().RunAsync();
        MatchModel model = MatchModelFileTests.Load(MatchModelFileTests.Save((MatchModel)trained.Matches()!.Model));
        using ServiceProvider given = Provider(new ServiceCollection().AddCustomerInsight(insight => insight.AddSource(Source()).AddMatching(match => match.Model(model))));

        InsightRun run = await given.GetRequiredService<IInsightEngine>().RunAsync();

        Assert.NotEmpty(trained.Matches()!.Links);
        Assert.Equal(trained.Matches()!.Links, run.Matches()!.Links);
        Assert.Equal("the model was given, not trained in this run", run.Matches()!.Training.Describe());
        Assert.DoesNotContain(run.Report.Lines, static line => line.Code == "model-differs");
    }

    [Fact]
    public async Task AddMatching_AModelMadeWithoutValues_IsReported()
    {
        using ServiceProvider training = Provider(new ServiceCollection().AddCustomerInsight(insight => insight.AddSource(Source()).AddMatching()));
        InsightRun trained = await training.GetRequiredService<IInsightEngine>().RunAsync();
        MatchModel model = MatchModelFileTests.Load(MatchModelFileTests.Save((MatchModel)trained.Matches()!.Model, new MatchModelSaveOptions { IncludeValues = false }));
        using ServiceProvider given = Provider(new ServiceCollection().AddCustomerInsight(insight => insight.AddSource(Source()).AddMatching(match => match.Model(model))));

        InsightRun run = await given.GetRequiredService<IInsightEngine>().RunAsync();

        Assert.Equal(1, Assert.Single(run.Report.Lines, static line => line.Code == "model-differs").Count);
    }

    [Fact]
    public async Task AddMatching_TrainingSettings_AreUsed()
    {
        using ServiceProvider services = Provider(new ServiceCollection().AddCustomerInsight(insight => insight
            .AddSource(Source())
            .AddMatching(match => match.Train(new TrainingSettings { Fixed = [new FixedParameter("e-mail", "same") { M = 0.875, U = 1e-4 }] }))));

        var model = (MatchModel)(await services.GetRequiredService<IInsightEngine>().RunAsync()).Matches()!.Model;

        LevelParameters same = model.Comparisons.Single(static comparison => comparison.Comparison.Name == "e-mail").Levels[0];
        Assert.Equal((0.875, 1e-4), (same.M, same.U));
    }

    [Fact]
    public void AddMatching_OptionsOutOfRange_FailAtStart()
    {
        using ServiceProvider services = Provider(new ServiceCollection().AddCustomerInsight(insight => insight.AddMatching(match => match.Configure(options => options.PairsPerRecord = 0))));

        OptionsValidationException thrown = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("PairsPerRecord", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_ADesignOfTheHosts_ComparesByItAlone()
    {
        using ServiceProvider services = Provider(new ServiceCollection().AddCustomerInsight(insight => insight.AddSource(Source()).AddMatching(match => match
            .Identifier("card", IdentifierStrength.Unique)
            .Use((schema, policies) => new MatchDesign
            {
                Comparisons = [new Comparison("mail only", ["email"], [new("same", Condition.Same("email"))])],
                BlockingRules = [BlockingRule.On("email")],
                DeterministicRules = [BlockingRule.On("email")],
                TrainingRules = [BlockingRule.On("phone")],
                Identifiers = policies,
            }))));

        MatchResult matches = (await services.GetRequiredService<IInsightEngine>().RunAsync()).Matches()!;

        Assert.Equal(["mail only"], ((MatchModel)matches.Model).Comparisons.Select(comparison => comparison.Comparison.Name));
        Assert.Equal(IdentifierStrength.Unique, ((MatchModel)matches.Model).Identifiers.For("card").Strength);
    }

    [Fact]
    public async Task Identifier_LimitsAndExpiry_ReachTheModelAndTheLastCallCounts()
    {
        using ServiceProvider services = Provider(new ServiceCollection().AddCustomerInsight(insight => insight.AddSource(Source()).AddMatching(match => match
            .Identifier("phone", IdentifierStrength.Strong, policy => policy with { MostContents = 3 })
            .Identifier("phone", IdentifierStrength.Shared, policy => policy with { ExpiresAfterDays = 730, MostContents = 20, MostPerProfile = 5, BlockedValues = ["0"] }))));

        MatchResult matches = (await services.GetRequiredService<IInsightEngine>().RunAsync()).Matches()!;

        Assert.Equal(
            [new IdentifierPolicy("phone", IdentifierStrength.Shared) { ExpiresAfterDays = 730, MostContents = 20, MostPerProfile = 5, BlockedValues = ["0"] }],
            ((MatchModel)matches.Model).Identifiers.Policies);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceCollection().AddCustomerInsight(insight => insight.AddMatching(match => match.Identifier("phone", IdentifierStrength.Shared, policy => policy with { ExpiresAfterDays = 0 }))));
    }

    private static ListSource Source() => new("s", MatchTrainerTests.Doubles(100));

    private static ServiceProvider Provider(IServiceCollection services) => services.BuildServiceProvider(Strict);

    private sealed class NoClusters : IClusterer
    {
        public Clustering Cluster(ClusterProblem problem, CancellationToken cancellationToken) => new([.. Enumerable.Range(0, problem.Nodes)], default, default);
    }
}
