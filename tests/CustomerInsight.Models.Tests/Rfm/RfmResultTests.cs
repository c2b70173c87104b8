using System.Text.Json;
using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class RfmResultTests
{
    private static readonly RfmModel Model = new([30], [1], [100], "EUR", [new("recent") { Recency = new(5, null) }, new("gone")]);

    private static readonly PurchaseTable Three = Table(
        History("a", Bought("a", 5, 150m), Bought("a", 5, 50m), Bought("a", 20, 0.5m)),
        History("b", Bought("b", 40, 20m)),
        History("c", Bought("c", 60, 79.5m)));

    [Fact]
    public void Of_OneThread_TakesNoOther()
    {
        PurchaseTable table = PurchaseTable.From(DrawnHistories(500, 3), AsOf);

        Assert.Equal(0, TasksOn(1, parallel => RfmResult.Of(table, new RfmEstimator(), null, parallel)));
        Assert.Equal(0, TasksOn(1, parallel => Model.Score(table, null, parallel)));
        Assert.True(TasksOn(4, parallel => RfmResult.Of(table, new RfmEstimator(), null, parallel)) > 0);
        Assert.True(TasksOn(4, parallel => Model.Score(table, null, parallel)) > 0);
        Assert.Equal(3, new RfmEstimator().Parallel(3, default).MaxDegreeOfParallelism);
        Assert.Equal(2, new RfmEstimator(new RfmOptions { MaxDegreeOfParallelism = 2 }).Parallel(3, default).MaxDegreeOfParallelism);

        static int TasksOn(int threads, Action<ParallelOptions> work)
        {
            var scheduler = new CountingScheduler();
            work(new ParallelOptions { MaxDegreeOfParallelism = threads, TaskScheduler = scheduler });
            return scheduler.Queued;
        }
    }

    [Fact]
    public void Segments_ScoredTable_HaveSharesAndMeans()
    {
        RfmResult result = Model.Score(Three);

        Assert.Equal(new RfmSegmentSummary("recent", 1, 1 / 3.0, 200.5m, (double)(200.5m / 300m)) { MeanDaysSinceLast = 5, MeanOrders = 2, MeanRevenue = 200.5m }, result.Segments[0]);
        Assert.Equal((2, 50.0, 1.0, 49.75m), (result.Segments[1].Customers, result.Segments[1].MeanDaysSinceLast, result.Segments[1].MeanOrders, result.Segments[1].MeanRevenue));
        Assert.Equal(["model-given"], result.Fit.Report.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void Describe_Result_IsATable() => Assert.Equal(
        """
        3 customers as of 2024-12-31, money in EUR
        segment  customers   share  revenue   share  days since last  orders  revenue each
        recent           1  33.3 %   200.50  66.8 %              5.0    2.00        200.50
        gone             2  66.7 %    99.50  33.2 %             50.0    1.00         49.75
        thresholds: recency 30 days; frequency 1 orders; monetary 100

        """.ReplaceLineEndings(),
        Model.Score(Three).Describe());

    [Fact]
    public void Describe_NoModel_SaysWhy() =>
        Assert.Contains("too little data", RfmResult.Of(Three, new RfmEstimator()).Describe(), StringComparison.Ordinal);

    [Fact]
    public void Grid_ScoredTable_CountsEachPairOfScores()
    {
        Assert.Equal(
            [
                new RfmGridCell(1, 1, 2, 2 / 3.0, 99.5m, (double)(99.5m / 300m)),
                new RfmGridCell(1, 2, 0, 0, 0, 0),
                new RfmGridCell(2, 1, 0, 0, 0, 0),
                new RfmGridCell(2, 2, 1, 1 / 3.0, 200.5m, (double)(200.5m / 300m)),
            ],
            Model.Score(Three).Grid());
        Assert.Empty(RfmResult.Of(Three, new RfmEstimator()).Grid());
    }

    [Fact]
    public void Charts_Result_HaveTheirData()
    {
        RfmResult result = Model.Score(Three);

        Assert.Equal([4, 4], new[] { result.ToVegaLite(), result.ToGridVegaLite() }.Select(chart =>
        {
            using var json = JsonDocument.Parse(chart);
            return json.RootElement.GetProperty("data").GetProperty("values").GetArrayLength();
        }));
    }

    [Fact]
    public void Score_OtherCurrency_Refuses() =>
        Assert.Contains("convert the amounts", Assert.Throws<ArgumentException>(() => Model.Score(Table(History("a", Bought("a", 1, 1m, currency: "USD"))))).Message, StringComparison.Ordinal);

    [Fact]
    public void Equals_SameTableAndModel_IsEqual()
    {
        Assert.Equal(Model.Score(Three), Model.Score(Three));
        Assert.Equal(Model.Score(Three).GetHashCode(), Model.Score(Three).GetHashCode());
        Assert.NotEqual(Model.Score(Three), Model.Score(Table(History("a", Bought("a", 5, 150m)))));
        Assert.NotEqual(Model.Score(Three), Model.Score(Three, new RfmSegmentRules([new("all")])));
    }

    [Fact]
    public void Of_AmountsOfZeroAnd1e12_AreScored()
    {
        CustomerHistory[] customers = [.. Enumerable.Range(0, 40).Select(i => History($"c{i:D2}", Bought("c", i, i % 2 == 0 ? 0m : 1e12m), Bought("c", i + (i % 3), 0m)))];
        var table = PurchaseTable.From(customers, AsOf, new PurchaseOptions { KeepZeroAmounts = true });

        var result = RfmResult.Of(table, new RfmEstimator());

        Assert.Equal(40, result.Customers.Count);
        Assert.Equal(2, result.Customers.Select(score => score.Monetary.Score).Distinct().Count());
    }
}
