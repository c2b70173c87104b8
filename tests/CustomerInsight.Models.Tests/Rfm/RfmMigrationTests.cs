using System.Text.Json;
using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class RfmMigrationTests
{
    private static readonly RfmModel Model = new([30], [1], [100], "EUR", [new("recent") { Recency = new(5, null) }, new("gone")]);

    [Fact]
    public void Between_TwoDates_CountsWhoWentWhere()
    {
        CustomerHistory[] histories =
        [
            History("a", Bought("a", 100, 10m), Bought("a", 5, 15m)),
            History("b", Bought("b", 70, 20m)),
            History("c", Bought("c", 3, 30m)),
            History("d", Bought("d", 200, 40m)),
        ];
        RfmResult before = Model.Score(PurchaseTable.From(histories, AsOf.AddDays(-60)));
        RfmResult after = Model.Score(PurchaseTable.From(histories, AsOf));

        var migration = RfmMigration.Between(before, after);

        Assert.Equal(
            [
                new RfmFlow("recent", "gone", 1, 1, 20m, 20m),
                new RfmFlow("gone", "recent", 1, 0.5, 10m, 25m),
                new RfmFlow("gone", "gone", 1, 0.5, 40m, 40m),
                new RfmFlow(null, "recent", 1, 1, 0m, 30m),
            ],
            migration.Flows);
        Assert.Equal((1, 2, 1, 0), (migration.Stayed, migration.Moved, migration.Joined, migration.Gone));
        Assert.Equal((1, 0), (migration.Count("gone", "recent"), migration.Count("recent", null)));
        Assert.Equal(
            """
            from 2024-11-01 to 2024-12-31: 1 customers stayed in their segment, 2 moved, 1 are new, 0 left
            from \ to  recent  gone  (left)
            recent          –     1       –
            gone            1     1       –
            (new)           1     –       –

            """.ReplaceLineEndings(),
            migration.Describe());
        using var chart = JsonDocument.Parse(migration.ToVegaLite());
        Assert.Equal(4, chart.RootElement.GetProperty("data").GetProperty("values").GetArrayLength());
    }

    [Fact]
    public void Between_AnyTwoResults_AddsUp() => Prop.ForAll(
        (from left in Gen.Choose(0, 60) from right in Gen.Choose(0, 60) from seed in Gen.Choose(0, 1_000) select (left, right, seed)).ToArbitrary(),
        data =>
        {
            RfmResult before = Model.Score(PurchaseTable.From(DrawnHistories(data.left, (ulong)data.seed), AsOf));
            RfmResult after = Model.Score(PurchaseTable.From([.. DrawnHistories(data.right + 10, (ulong)data.seed + 1).Skip(10)], AsOf));
            var migration = RfmMigration.Between(before, after);
            return before.Segments.All(segment => segment.Customers == migration.Flows.Where(flow => flow.From == segment.Segment).Sum(flow => flow.Customers))
                && after.Segments.All(segment => segment.Customers == migration.Flows.Where(flow => flow.To == segment.Segment).Sum(flow => flow.Customers)
                    && segment.Revenue == migration.Flows.Where(flow => flow.To == segment.Segment).Sum(flow => flow.RevenueAfter))
                && before.Customers.Sum(score => score.Purchases.Revenue) == migration.Flows.Sum(flow => flow.RevenueBefore)
                && migration.Joined == after.Customers.Count(score => before.Find(score.Customer) is null)
                && migration.Gone == before.Customers.Count(score => after.Find(score.Customer) is null)
                && migration.Flows.GroupBy(flow => flow.From).All(own => Math.Abs(own.Sum(flow => flow.Share) - 1) < 1e-12);
        }).Check(Quick.Tests(100));

    [Fact]
    public void Between_WrongWayRoundOrOtherCurrency_Refuses()
    {
        RfmResult early = Model.Score(PurchaseTable.From([History("a", Bought("a", 90, 10m))], AsOf.AddDays(-60)));
        RfmResult late = Model.Score(Table(History("a", Bought("a", 90, 10m))));
        RfmResult dollars = new RfmModel([30], [1], [100], "USD", RfmSegmentRules.Default).Score(Table(History("a", Bought("a", 90, 10m, currency: "USD"))));

        Assert.Contains("Give the earlier ones first", Assert.Throws<ArgumentException>(() => RfmMigration.Between(late, early)).Message, StringComparison.Ordinal);
        Assert.Contains("by one model", Assert.Throws<ArgumentException>(() => RfmMigration.Between(RfmResult.Of(PurchaseTable.Empty, new RfmEstimator()), late)).Message, StringComparison.Ordinal);
        Assert.Contains("one currency", Assert.Throws<ArgumentException>(() => RfmMigration.Between(early, dollars)).Message, StringComparison.Ordinal);
    }
}
