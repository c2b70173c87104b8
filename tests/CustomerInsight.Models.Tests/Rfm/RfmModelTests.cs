using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class RfmModelTests
{
    private static readonly RfmModel Model = new([17, 50, 140, 280], [1, 2, 3, 6], [250, 490, 940, 2060.5], "EUR", RfmSegmentRules.Default);

    [Fact]
    public void Score_OtherData_UsesTheModelsThresholds()
    {
        RfmScore score = Model.Score(Table(History("a", Bought("a", 12, 800m, "1"), Bought("a", 40, 12.5m, "2"), Bought("a", 41, 1m, "3"), Bought("a", 42, 1m, "4"))).Customers[0]);

        Assert.Equal("5-4-3", score.Cell.ToString());
        Assert.Equal(RfmSegmentNames.Loyal, score.Segment.Name);
        Assert.Equal("5-4-3 Loyal", score.ToString());
        Assert.Equal(new ScoredValue(12, 5, null, 17), score.Recency);
        Assert.Equal(new ScoredValue(4, 4, 3, 6), score.Frequency);
        Assert.Equal(new ScoredValue(814.5, 3, 490, 940), score.Monetary);
    }

    [Fact]
    public void Explain_Score_GivesNumbersBoundsAndRule() => Assert.Equal(
        """
        Recency 12 days: 5 of 5 (at most 17)
        Frequency 1 orders: 1 of 5 (at most 1)
        Monetary 3,000.00 EUR: 5 of 5 (more than 2,060.50)
        Segment 'New customer': R ≥ 4 and F < 2
        """.ReplaceLineEndings("\n"),
        Model.Score(Table(History("secret", Bought("secret", 12, 3000m))).Customers[0]).Explain());

    [Fact]
    public void Score_OnAThreshold_StaysInTheLowerBin()
    {
        Assert.Equal(5, Model.Score(Table(History("a", Bought("a", 17, 1m))).Customers[0]).Recency.Score);
        Assert.Equal(4, Model.Score(Table(History("a", Bought("a", 18, 1m))).Customers[0]).Recency.Score);
        Assert.Equal(1, Model.Score(Table(History("a", Bought("a", 18, 250m))).Customers[0]).Monetary.Score);
    }

    [Fact]
    public void Score_OtherCurrency_Refuses()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Model.Score(Table(History("a", Bought("a", 17, 1m, currency: "USD"))).Customers[0]));

        Assert.Contains("Fit a model for each currency", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_ThresholdsThatFallOrDiffer_Refuses()
    {
        Assert.Throws<ArgumentException>(() => new RfmModel([2, 1], [1, 2], [1, 2], "EUR", RfmSegmentRules.Default));
        Assert.Throws<ArgumentException>(() => new RfmModel([1, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 2], "EUR", RfmSegmentRules.Default));
        Assert.Throws<ArgumentException>(() => new RfmModel([1, double.NaN], [1, 2], [1, 2], "EUR", RfmSegmentRules.Default));
        Assert.Throws<ArgumentException>(() => new RfmModel([], [], [], "EUR", RfmSegmentRules.Default));
        Assert.Throws<ArgumentException>(() => new RfmModel([1, 2], [1, 2], [1, 2], "euro", RfmSegmentRules.Default));
        Assert.Throws<ArgumentException>(() => new RfmModel([1, 2], [1, 2], [1, 2], "EUR", []));
    }

    [Fact]
    public void Of_HostsOwnSegmentation_NamesTheSegments()
    {
        PurchaseTable table = Drawn(60, 3);

        var result = RfmResult.Of(table, new RfmEstimator(), new Recent());

        Assert.Equal(["gone", "recent", "other"], result.Segments.Select(segment => segment.Segment));
        Assert.Equal(60, result.Segments.Sum(segment => segment.Customers));
        Assert.Equal(1, result.Segments.Sum(segment => segment.CustomerShare), 1e-12);
        Assert.Equal(1, result.Segments.Sum(segment => segment.RevenueShare), 1e-12);
        Assert.Equal(table.Customers.Sum(customer => customer.Revenue), result.Segments.Sum(segment => segment.Revenue));
        Assert.Equal("last purchase", result.Customers[0].Segment.Reason);
    }

    [Fact]
    public void Find_Customer_GivesItsScores()
    {
        var result = RfmResult.Of(Drawn(60, 3), new RfmEstimator());

        Assert.All(result.Customers, score => Assert.Equal(score, result.Find(score.Customer)));
        Assert.Null(result.Find("nobody"));
        Assert.Null(result.Find(string.Empty));
    }

    private sealed class Recent : ISegmentation
    {
        public IReadOnlyList<string> Segments => ["gone", "recent"];

        public RfmSegmentChoice Choose(PurchaseSummary customer, RfmCell cell) =>
            new(customer.DaysSinceLast > 300 ? "other" : cell.Recency >= 3 ? "recent" : "gone", "last purchase");
    }
}
