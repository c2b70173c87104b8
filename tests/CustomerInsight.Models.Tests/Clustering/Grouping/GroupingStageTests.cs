using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class GroupingStageTests
{
    [Fact]
    public async Task Stage_ManyCustomers_GroupsAndDescribesThem()
    {
        InsightContext context = await Run(DrawnHistories(400, 11), new GroupingStage());

        GroupingResult result = context.Find<GroupingResult>()!;
        Assert.Equal(context.Find<PurchaseTable>()!.Customers.Select(customer => customer.Customer), result.Customers);
        Assert.Equal(400, result.Assignments.Count);
        Assert.Equal(Enumerable.Range(1, 8), result.Choice!.Table.Select(row => row.Groups));
        Assert.Equal(result.Model!.Groups, result.Choice.Recommended);
        Assert.Equal(result.Choice.Model.Inertia, ((KMeansModel)result.Model).Inertia, 6);
        Assert.Equal(result.Quality!.Silhouette, result.Choice.Table[result.Choice.Recommended - 1].Silhouette, 9);
        Assert.Equal(result.Model.Groups, result.Groups.Count);
        Assert.Equal(400, result.Groups.Sum(group => group.Customers));
        Assert.Equal(result.Assignments[17], result.Find(result.Customers[17]));
        Assert.Null(result.Find("nobody"));
        Assert.Contains("have the highest mean silhouette", result.Describe(), StringComparison.Ordinal);
        Assert.Contains("last bought", result.Describe(), StringComparison.Ordinal);
        using var chart = JsonDocument.Parse(result.ToVegaLite());
        Assert.Equal(3 * result.Groups.Count, chart.RootElement.GetProperty("data").GetProperty("values").GetArrayLength());
        Assert.DoesNotContain(context.Lines, line => line.Code == "in-no-group");
    }

    [Fact]
    public async Task Stage_CustomersInAnotherOrder_GivesTheSame()
    {
        CustomerHistory[] customers = DrawnHistories(200, 4);

        GroupingResult first = (await Run(customers, new GroupingStage())).Find<GroupingResult>()!;
        GroupingResult second = (await Run([.. customers.Reverse()], new GroupingStage())).Find<GroupingResult>()!;

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Stage_NumberOfGroupsAndFeaturesGiven_TakesThem()
    {
        var options = new GroupingOptions { Groups = 5, Features = [PurchaseFeatures.TenureDays, PurchaseFeatures.RevenuePerOrder] };

        GroupingResult result = (await Run(DrawnHistories(200, 4), new GroupingStage(options))).Find<GroupingResult>()!;

        Assert.Equal(5, result.Model!.Groups);
        Assert.Equal(options.Features, result.Model.Columns);
        Assert.Null(result.Choice);
    }

    [Fact]
    public async Task Stage_OwnEstimatorOrModel_IsUsed()
    {
        var tree = new ClusteringEstimator<HierarchicalModel>(new HierarchicalEstimator(new HierarchicalOptions { Groups = 3 }));
        var density = new ClusteringEstimator<DbscanModel>(new DbscanEstimator(new DbscanOptions { Radius = 0.3, MinimumNeighbors = 5 }));
        var given = new KMeansModel(new FeatureScaling([new FeatureScale(PurchaseFeatures.Orders, FeatureTransform.None, 0, 1)]), [1, 10], [1, 1], 0);
        CustomerHistory[] customers = DrawnHistories(200, 4);

        GroupingResult byTree = (await Run(customers, new GroupingStage(null, tree))).Find<GroupingResult>()!;
        InsightContext byDensity = await Run(customers, new GroupingStage(null, density));
        GroupingResult byGiven = (await Run(customers, new GroupingStage(given))).Find<GroupingResult>()!;

        Assert.Equal(((HierarchicalModel)byTree.Model!).RowAssignments, byTree.Assignments);
        Assert.Equal(byDensity.Find<GroupingResult>()!.InNoGroup, byDensity.Lines.Single(line => line.Code == "in-no-group").Count);
        Assert.Same(given, byGiven.Model);
        Assert.Null(byGiven.Fit);
        Assert.Equal("orders", byGiven.Groups[0].Contrasts[0].Feature);
    }

    [Fact]
    public async Task Stage_OwnMedoids_HaveTheirQualityOnTheirScale()
    {
        var medoids = new ClusteringEstimator<KMedoidsModel>(new KMedoidsEstimator(new KMedoidsOptions { Groups = 3 }));

        GroupingResult result = (await Run(DrawnHistories(200, 4), new GroupingStage(null, medoids))).Find<GroupingResult>()!;

        // On the standardized scale all rows together are as far from their mean as there are features, each squared: in the units of revenue they are much farther.
        Assert.InRange(result.Quality!.Inertia, 0, 200.0 * result.Model!.Columns.Count);
        Assert.IsType<KMedoidsModel>(result.Model);
    }

    [Fact]
    public async Task Stage_TooFewCustomersOrNone_SaysSo()
    {
        InsightContext few = await Run(DrawnHistories(10, 4), new GroupingStage());
        InsightContext none = await Run([], new GroupingStage());

        Assert.Null(few.Find<GroupingResult>()!.Model);
        Assert.Empty(few.Find<GroupingResult>()!.Groups);
        Assert.Contains(few.Lines, line => line is { Stage: "groups", Code: "too-few-customers" });
        Assert.Contains(none.Lines, line => line is { Stage: "groups", Code: "not-fitted" });
        Assert.Equal($"0 customers in 0 groups{Environment.NewLine}", none.Find<GroupingResult>()!.Describe());
    }

    [Fact]
    public async Task Stage_AllAlike_IsOneGroup()
    {
        CustomerHistory[] customers = [.. Enumerable.Range(0, 60).Select(i => History($"c{i:D2}", Bought($"c{i:D2}", 9, 10m)))];

        InsightContext context = await Run(customers, new GroupingStage());

        GroupingResult result = context.Find<GroupingResult>()!;
        Assert.Equal(1, result.Model!.Groups);
        Assert.Equal("like the others", result.Groups[0].Name);
        Assert.Contains(context.Lines, line => line.Code == "constant-column");
    }

    [Fact]
    public void Stage_UnusableOptions_Refuses()
    {
        Assert.Throws<ArgumentException>(() => new GroupingStage(new GroupingOptions { MostGroups = 1 }));
        Assert.Throws<ArgumentException>(() => new GroupingStage(new GroupingOptions { Features = [] }));
        Assert.Throws<ArgumentException>(() => new GroupingStage(new GroupingOptions { Groups = 100 }));
        Assert.Throws<ArgumentException>(() => new GroupingEstimator(new GroupingOptions { MinimumCustomers = 4 }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("retail")]
    public async Task Groups_HostsOwnModel_IsUsed(string engine)
    {
        var given = new KMeansModel(new FeatureScaling([new FeatureScale(PurchaseFeatures.Orders, FeatureTransform.None, 0, 1)]), [1, 10], [1, 1], 0);
        var plain = new Builder(engine, new ServiceCollection());
        plain.AddModels(models => models.Groups(options => options.Groups = 3).Groups(options => options.Seed = 2));
        var own = new Builder(engine, new ServiceCollection());
        own.AddModels(models => models.Groups());
        own.AddService<IClusteringModel>(_ => given);
        var tree = new Builder(engine, new ServiceCollection());
        tree.AddModels(models => models.Groups());
        tree.AddService<IEstimator<FeatureMatrix, IClusteringModel>>(_ => new ClusteringEstimator<HierarchicalModel>(new HierarchicalEstimator()));

        Assert.Equal(3, (await Run(plain)).Model!.Groups);
        Assert.Same(given, (await Run(own)).Model);
        Assert.IsType<HierarchicalModel>((await Run(tree)).Model);
    }

    private static async Task<GroupingResult> Run(Builder builder)
    {
        using ServiceProvider services = builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        IInsightStage[] stages = [.. services.FindInsightServices<IInsightStage>(builder.Name)];
        Assert.Equal(["purchases", "groups"], stages.Select(stage => stage.Name));
        var context = new InsightContext(new InsightOptions { AsOf = AsOf }) { Customers = DrawnHistories(200, 2) };
        foreach (IInsightStage stage in stages)
        {
            await stage.RunAsync(context, default);
        }

        return context.Find<GroupingResult>()!;
    }

    private static async Task<InsightContext> Run(IReadOnlyList<CustomerHistory> customers, GroupingStage stage)
    {
        var context = new InsightContext(new InsightOptions { AsOf = AsOf }) { Customers = customers };
        await new PurchaseStage().RunAsync(context, default);
        await stage.RunAsync(context, default);
        return context;
    }

    private sealed record Builder(string Name, IServiceCollection Services) : IInsightBuilder;
}
