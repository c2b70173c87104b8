using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models.Tests;

public sealed class ChurnStageTests
{
    private static readonly CustomerHistory[] Customers = Shop.DrawnHistories(700, 21);
    private static readonly ChurnOptions Quick = new() { Classifier = ChurnClassifier.Logistic, Folds = 3 };

    [Fact]
    public async Task Stage_OwnHistory_PredictsWithReasons()
    {
        InsightContext context = await Run(new ChurnStage(Quick));

        ChurnResult result = context.Find<ChurnResult>()!;
        Assert.IsType<ChurnModel>(result.Model);
        Assert.Equal([Shop.AsOf.AddDays(-90)], ((ChurnModel)result.Model!).Card.CutOffs);
        Assert.True(result.Validation!.Report.Roc.Area > 0.7);
        Assert.All(result.Customers, prediction => Assert.InRange(prediction.Probability!.Value, 0, 1));
        ChurnPrediction first = result.Top(1)[0];
        Assert.Equal(result.Customers.Max(prediction => prediction.Probability), first.Probability);
        ValueList<RiskReason> reasons = result.Reasons(first.Customer, raisingOnly: true);
        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.EndsWith(": raises the risk", reason.Text, StringComparison.Ordinal));
        Assert.Equal(result.Customers.Sum(prediction => prediction.Probability!.Value), result.Expected, 1e-9);
        Assert.Equal(1, result.Groups()[^1].CumulativeShare, 1e-12);
        Assert.Equal(result.Customers.Count, result.Groups(7).Sum(group => group.Customers));
        Assert.Contains("churn within 90 days", result.Describe(), StringComparison.Ordinal);
        Assert.Contains("mean chance", result.ToVegaLite(), StringComparison.Ordinal);
        Assert.Contains(context.Lines, line => line is { Stage: "churn", Code: "model-chosen" });
    }

    /// <summary>Law L11.</summary>
    [Fact]
    public async Task Stage_WhatIsLater_ChangesNothing()
    {
        CustomerHistory[] later = [.. Customers.Select(customer => customer with { Activities = [.. customer.Activities, Shop.Bought(customer.Customer, Shop.AsOf.AddDays(3), 9_999m)] }),
            Shop.History("zz", Shop.Bought("zz", Shop.AsOf.AddDays(1), 5m))];

        ChurnResult before = (await Run(new ChurnStage(Quick))).Find<ChurnResult>()!;
        ChurnResult after = (await Run(new ChurnStage(Quick), later)).Find<ChurnResult>()!;

        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Stage_GivenModel_PredictsAndFitsNone()
    {
        var model = new AliveChurnModel(new BgNbdModel(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week), Duration.Days(90));

        ChurnResult result = (await Run(new ChurnStage(model))).Find<ChurnResult>()!;

        Assert.Same(model, result.Model);
        Assert.Null(result.Fit);
        Assert.Equal(700, result.Customers.Count(prediction => prediction.Probability is not null));
        Assert.Contains("has not bought for", result.Reasons(result.Top(1)[0].Customer)[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stage_EligibleOnly_ArePredicted()
    {
        ChurnResult result = (await Run(new ChurnStage(new ChurnOptions { Classifier = ChurnClassifier.Logistic, Folds = 2, Labels = new LabelOptions { ActiveWithinDays = 120, HorizonDays = 60 } }))).Find<ChurnResult>()!;
        PurchaseTable table = PurchaseTable.From(Customers, Shop.AsOf);

        Assert.NotEmpty(result.Customers);
        Assert.All(result.Customers, prediction => Assert.True(table.Find(prediction.Customer)!.LastDay.DayNumber >= table.AsOfDay!.Value.DayNumber - 121));
    }

    [Fact]
    public async Task Stage_ObservationOfAFewDays_PredictsForAll()
    {
        ChurnResult result = (await Run(new ChurnStage(new ChurnOptions { Classifier = ChurnClassifier.Logistic, Folds = 2, Features = new ActivityFeatureOptions { ObservationDays = 120 } }))).Find<ChurnResult>()!;

        Assert.NotNull(result.Model);
        Assert.Equal(700, result.Customers.Count);
    }

    [Fact]
    public async Task Stage_ReasonsOfThePurchaseModel_AreInWords()
    {
        ChurnResult result = (await Run(new ChurnStage(Quick))).Find<ChurnResult>()!;
        RiskReason[] all = [.. result.Customers.Take(60).SelectMany(prediction => result.Reasons(prediction.Customer, 100))];

        Assert.Contains(all, static reason => reason.Feature == AliveFeatures.SilenceLogOdds
            && System.Text.RegularExpressions.Regex.IsMatch(reason.Text, "^by its rhythm buys nothing within the horizon with a chance of [0-9.]+ %, where [0-9.]+ % is typical: "));
        Assert.DoesNotContain(all, static reason => System.Text.RegularExpressions.Regex.IsMatch(reason.Text, "log odds|momentum|(purchase|revenue) trend|slope|overdue|same season purchases"));
    }

    [Fact]
    public async Task Stage_TooLittle_SaysSoAndPredictsNobody()
    {
        InsightContext context = await Run(new ChurnStage(Quick), Shop.DrawnHistories(30, 3));

        ChurnResult result = context.Find<ChurnResult>()!;
        Assert.Null(result.Model);
        Assert.Empty(result.Customers);
        Assert.Null(result.Find("c00001"));
        Assert.Empty(result.Reasons("c00001"));
        Assert.Contains(context.Lines, line => line is { Stage: "churn", Code: "not-fitted" });
        Assert.Contains("too little data", result.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stage_NoActivities_SaysSo()
    {
        var context = new InsightContext(new InsightOptions());
        await new ChurnStage(Quick).RunAsync(context, default);

        Assert.Empty(context.Find<ChurnResult>()!.Customers);
    }

    [Fact]
    public async Task Stage_ModelThatMixesCustomersUp_IsRefused() => await Assert.ThrowsAsync<InvalidOperationException>(() => Run(new ChurnStage(new Backwards())));

    [Fact]
    public async Task Stage_TraitThatKnowsTheFuture_IsNamed()
    {
        DateTimeOffset cutOff = Shop.AsOf.AddDays(-90);
        HashSet<string> stayed = [.. Customers.Where(customer => customer.Activities.Any(activity => activity.At > cutOff)).Select(customer => customer.Customer)];
        var options = new ChurnOptions { Classifier = ChurnClassifier.Logistic, Folds = 2 };
        options.Features.Traits = asOf => TraitTable.Create([.. Customers.Select(customer => customer.Customer)], null, [TraitColumn.Flags("still_here", [.. Customers.Select(customer => (bool?)stayed.Contains(customer.Customer))])]);

        InsightContext context = await Run(new ChurnStage(options));

        Assert.Contains("still_here", Assert.Single(context.Lines, line => line.Code == "trait-too-good").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propensity_SeveralEvents_EachHasAResult()
    {
        var options = new PropensityOptions();
        options.Add("purchase", target => (target.Classifier, target.Folds) = (ChurnClassifier.Logistic, 2));
        options.Add("visit", target =>
        {
            (target.Classifier, target.Folds) = (ChurnClassifier.Logistic, 2);
            target.Labels.EventTypes = ["visit"];
        });

        InsightContext context = await Run(new PropensityStage(options));

        PropensityResult result = context.Find<PropensityResult>()!;
        Assert.Equal(["purchase", "visit"], result.Targets.Select(target => target.Target));
        Assert.NotNull(result.Find("purchase")!.Model);
        Assert.Null(result.Find("visit")!.Model);
        Assert.Null(result.Find("none"));

        // A chance of buying is one less that of leaving.
        ChurnResult churn = (await Run(new ChurnStage(Quick))).Find<ChurnResult>()!;
        double[] sums = [.. churn.Customers.Zip(result.Find("purchase")!.Customers).Select(pair => pair.First.Probability!.Value + pair.Second.Probability!.Value)];
        Assert.InRange(sums.Average(), 0.98, 1.02);
    }

    [Fact]
    public async Task Engine_ChurnAndPropensity_AreTraitsOfSegments()
    {
        var builder = new Builder("retail", new ServiceCollection());
        builder.AddModels(models => models
            .Segments(options => options.Segments = new SegmentSet([new SegmentDefinition("at-risk", new Trait(RunTraitNames.ChurnRisk).AtMost(2))]))
            .Churn(options => (options.Classifier, options.Folds) = (ChurnClassifier.Logistic, 2))
            .Propensity("purchase", options => (options.Classifier, options.Folds) = (ChurnClassifier.Logistic, 2)));
        await using ServiceProvider services = builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        services.GetRequiredService<IStartupValidator>().Validate();
        var context = new InsightContext(new InsightOptions { AsOf = Shop.AsOf }) { Customers = Customers };
        foreach (IInsightStage stage in services.FindInsightServices<IInsightStage>("retail").OrderBy(stage => stage.Phase))
        {
            await stage.RunAsync(context, default);
        }

        ChurnResult churn = context.Find<ChurnResult>()!;
        Assert.InRange(context.Find<SegmentResult>()!.Members("at-risk").Count(), churn.Customers.Count / 5, (churn.Customers.Count / 5) + 2);
        TraitTable traits = context.Find<TraitTable>()!;
        Assert.Equal(churn.Find("c00004")!.Probability, traits.Find("c00004")![RunTraitNames.ChurnProbability].Number);
        Assert.Equal(context.Find<PropensityResult>()!.Find("purchase")!.Find("c00004")!.Probability, traits.Find("c00004")![RunTraitNames.PropensityOf("purchase")].Number);
    }

    [Fact]
    public async Task Engine_RegisteredModel_Predicts()
    {
        var model = new AliveChurnModel(new BgNbdModel(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week), Duration.Days(90));
        var builder = new Builder("retail", new ServiceCollection());
        builder.AddModels(models => models.Churn());
        builder.Services.AddKeyedSingleton<IChurnModel>("retail", model);
        await using ServiceProvider services = builder.Services.BuildServiceProvider();

        InsightContext context = await Run(services.FindInsightService<ChurnStage>("retail")!);

        Assert.Same(model, context.Find<ChurnResult>()!.Model);
    }

    [Fact]
    public void Engine_UnusableOptions_AreRefusedAtTheStart()
    {
        var builder = new Builder("retail", new ServiceCollection());
        builder.AddModels(models => models.Churn(options => options.Folds = 0).Propensity("upgrade", options => options.Labels.EventTypes = []));
        using ServiceProvider services = builder.Services.BuildServiceProvider();

        AggregateException refused = Assert.Throws<AggregateException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(2, refused.InnerExceptions.Count);
    }

    private static async Task<InsightContext> Run(IInsightStage stage, CustomerHistory[]? customers = null)
    {
        var context = new InsightContext(new InsightOptions { AsOf = Shop.AsOf }) { Customers = customers ?? Customers };
        await new PurchaseStage().RunAsync(context, default);
        await stage.RunAsync(context, default);
        return context;
    }

    private sealed class Backwards : IChurnModel
    {
        public Duration Horizon => Duration.Days(1);

        public IReadOnlyList<ChurnPrediction> Predict(CustomerSnapshot customers, CancellationToken cancellationToken = default) =>
            [.. customers.Features.Customers.Reverse().Select(customer => new ChurnPrediction(customer, 0.5, 0, []))];
    }

    private sealed record Builder(string Name, IServiceCollection Services) : IInsightBuilder;
}
