using System.Text.Json;
using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class LifecycleResultTests
{
    private static readonly DateTimeOffset Start = new(2022, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void From_TheUsualMachine_TellsAWholeLife()
    {
        var result = LifecycleResult.From([Life("a", 0, 20, 40, 60, 80, 700, 710)], Start.AddDays(1_000));

        CustomerLifecycle life = result.Customers[0];
        Assert.Equal(
            [("new", 0.0), ("active", 20), ("loyal", 80), ("at risk", 120), ("dormant", 350), ("lost", 620), ("won back", 700), ("active", 710), ("at risk", 710 + 180), ("dormant", 710 + 270)],
            life.Path.Select(step => (step.State, (step.Since - Start).TotalDays)));
        Assert.Equal(("dormant", 20.0), (life.State, life.DaysInState));
        Assert.Equal(("lost", Start.AddDays(710 + 540)), (life.Next!.State, life.Next.Since));
        Assert.Equal("on 'purchase' on 5 days within 365", life.Path[2].Reason);
        Assert.Null(life.StateAt(Start.AddTicks(-1)));
        Assert.Equal("loyal", life.StateAt(Start.AddDays(119)));
        Assert.Equal("at risk", life.StateAt(Start.AddDays(120)));
        Assert.Equal("dormant", life.StateAt(Start.AddDays(9_999)));
        Assert.StartsWith("2022-01-01 new, 20 days: on 'purchase'", life.Explain(), StringComparison.Ordinal);
        Assert.Contains("2024-09-07 dormant, 20 days so far: 270 days without 'purchase'", life.Explain(), StringComparison.Ordinal);
        Assert.Contains("2025-06-04 lost, if nothing happens: 540 days without 'purchase'", life.Explain(), StringComparison.Ordinal);
        Assert.DoesNotContain("a,", life.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void From_LinesOfOneOrder_AreOnePurchaseUnlessEachCounts()
    {
        CustomerHistory[] customers = [History("a", Bought("a", Start, 1m), Bought("a", Start.AddMinutes(1), 2m), Bought("a", Start.AddHours(11), 2m), Bought("a", Start.AddHours(12), 2m))];

        var once = LifecycleResult.From(customers, Start.AddDays(9));
        var each = LifecycleResult.From(customers, Start.AddDays(9), new LifecycleOptions { OncePerDay = false, Machine = LifecycleMachine.Standard(loyalPurchases: 3) });

        Assert.Equal(["new", "active"], once.Customers[0].Path.Select(step => step.State));
        Assert.Equal(2, once.Report.SameDay);
        Assert.Equal(["new", "active", "loyal"], each.Customers[0].Path.Select(step => step.State));
        Assert.Equal(0, each.Report.SameDay);
    }

    [Fact]
    public void From_CustomersWhoDidNotBuy_AreProspects()
    {
        var result = LifecycleResult.From(
            [History("a"), History("b", Bought("b", Start, null) with { Type = "visit" }), History("c", Bought("c", Start, -5m), Bought("c", Start, 0m))], Start.AddDays(1));

        Assert.All(result.Customers, life => Assert.Equal("prospect", life.State));
        Assert.Equal([null, Start, Start], result.Customers.Select(life => life.Since));
        Assert.Equal("first activity", result.Find("b")!.Path[0].Reason);
        Assert.Equal("prospect: no activity is known", result.Customers[0].Explain().Trim());
        Assert.Null(result.Customers[0].DaysInState);
        Assert.Null(result.Customers[0].StateAt(Start));
        Assert.Equal("prospect", result.Customers[0].StateAt(Start.AddDays(1)));
        Assert.Equal(new LifecycleReport(3, 1, 1, 1, 0), result.Report);
        Assert.Equal((3, 0), (result.Census().States[0].Customers, result.Census().NotSeen));
        Assert.Equal((2, 1), (result.Census(Start).States[0].Customers, result.Census(Start).NotSeen));
        Assert.Equal(1.0, result.Census(Start).States[0].Share);
        Assert.Null(result.Find("d"));
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Customers[3]);
    }

    [Fact]
    public void ToTraits_AnyLives_AreWhatTheCustomersSay()
    {
        var result = LifecycleResult.From([.. DrawnHistories(200, 12), History("nobody")], AsOf);

        TraitTable traits = result.ToTraits();

        Assert.Equal(result.Customers.Select(life => life.Customer), traits.Customers);
        Assert.Equal(new DateOnly(2024, 12, 31), traits.AsOf);
        Assert.All(result.Customers, life =>
        {
            TraitRow row = traits.Find(life.Customer)!;
            Assert.Equal((life.State, life.DaysInState), (row[RunTraitNames.LifecycleState].Text, row[RunTraitNames.DaysInState].IsMissing ? null : row[RunTraitNames.DaysInState].Number));
        });
        Assert.Equal(1, traits[RunTraitNames.DaysInState]!.CountMissing());
    }

    [Fact]
    public void From_NoCustomers_IsEmpty()
    {
        var result = LifecycleResult.From(new ActivityLog(), Start);

        Assert.Empty(result.Customers);
        Assert.All(result.Census().States, state => Assert.Equal((0, 0.0), (state.Customers, state.Share)));
        Assert.All(result.DwellTimes(), dwell => Assert.Equal((0, null), (dwell.Visits, dwell.MedianDays)));
        Assert.Empty(result.Sankey(Start.AddDays(-1), Start).Nodes);
        Assert.Equal(0, result.Transitions().Counts.Sum());
        Assert.StartsWith("0 customers as of 2022-01-01 12:00:00 UTC", result.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Transitions_KnownLives_AreCounted()
    {
        LifecycleResult result = Few();
        LifecycleTransitions all = result.Transitions();

        Assert.Equal(3, all.Entered[1]);
        Assert.Equal(1, all.Count("new", "active"));
        Assert.Equal(2, all.Count("new", "at risk"));
        Assert.Equal(2 / 3.0, all.Share("new", "at risk"));
        Assert.Null(all.Share("lost", "won back"));
        Assert.Equal(0, result.Transitions(after: Start.AddDays(99)).Count("new", "active"));
        Assert.Equal(1, result.Transitions(until: Start.AddDays(99)).Count("new", "at risk"));
        Assert.Contains("no state here. Expected one of: prospect, new,", Assert.Throws<ArgumentException>(() => all.Count("new", "gone")).Message, StringComparison.Ordinal);
        Assert.Contains("1 (33 %)", all.Describe().Split(Environment.NewLine)[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Flow_TwoMoments_SaysWhoWentWhere()
    {
        LifecycleFlow flow = Few().Flow(Start.AddDays(25), Start.AddDays(95));

        Assert.Equal(1, flow.Count("new", "at risk"));
        Assert.Equal(1, flow.Count("active", "active"));
        Assert.Equal(1, flow.Count(LifecycleFlow.NotSeen, "new"));
        Assert.Equal(1.0, flow.Share("new", "at risk"));
        Assert.Equal(3, flow.Counts.Sum());
        Assert.StartsWith("2022-01-26 \\ 2022-04-06  prospect", flow.Describe(), StringComparison.Ordinal);
        Assert.Equal("3 customers from 2022-01-26 to 2022-04-06", flow.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => Few().Flow(Start, Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => Few().Flow(Start, Start.AddDays(9_999)));
    }

    [Fact]
    public void Trend_SeveralMoments_IsACensusOfEach()
    {
        LifecycleResult result = Few();
        LifecycleTrend trend = result.Trend(Start.AddDays(-1), Start.AddDays(25), Start.AddDays(150));

        Assert.Equal([3, 1, 0], trend.Censuses.Select(census => census.NotSeen));
        Assert.Equal(result.Census(), trend.Censuses[2]);
        Assert.Equal([0, 1, 0], trend.Censuses.Select(census => census.States.Single(state => state.State == "active").Customers));
        Assert.Equal(24, Rows(trend.ToVegaLite()).Length);
        string[] lines = trend.Describe().Split(Environment.NewLine);
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("moment      prospect  new  active", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("2022-01-26         0    1       1", lines[2], StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Trend(Start.AddDays(151)));
        Assert.Equal(string.Empty, result.Trend().Describe());
    }

    /// <summary>Who never did anything is not seen at any moment: no count jumps at the last one.</summary>
    [Fact]
    public void Moments_CustomersWithoutActivity_DoNotComeAtTheLast()
    {
        var result = LifecycleResult.From([Life("a", 0), Life("b", 0), History("c"), History("d"), History("e")], Start.AddDays(40));
        DateTimeOffset now = Start.AddDays(40);
        DateTimeOffset before = now.AddTicks(-1);

        Assert.Equal([(2, 3), (2, 3)], result.Trend(before, now).Censuses.Select(census => (census.States.Sum(state => state.Customers), census.NotSeen)));
        Assert.Equal([0, 0], result.Trend(before, now).Censuses.Select(census => census.States[0].Customers));
        Assert.Equal((2, 0), (result.Flow(before, now).Counts.Sum(), result.Flow(before, now).Count(LifecycleFlow.NotSeen, "prospect")));
        Assert.Equal([("new", 2), ("new", 2)], result.Sankey(before, now).Nodes.Select(node => (node.State, node.Customers)));
        Assert.Equal((3, 0), (result.Census().States[0].Customers, result.Census().NotSeen));
    }

    [Fact]
    public void Sankey_ThreeMoments_AddsUpAtEveryNode()
    {
        LifecycleResult result = LifecycleResult.From(DrawnHistories(500, 3), AsOf);
        DateTimeOffset[] moments = [AsOf.AddDays(-600), AsOf.AddDays(-300), AsOf.AddDays(-150), AsOf];

        LifecycleSankey sankey = result.Sankey(moments);

        Assert.Equal(Enumerable.Range(0, sankey.Nodes.Count), sankey.Nodes.Select(node => node.Id));
        Assert.All(sankey.Nodes, node =>
        {
            Assert.Equal(moments[node.Column], node.At);
            Assert.True(node.Column == 3 || sankey.Links.Where(link => link.Source == node.Id).Sum(link => link.Customers) == node.Customers);
            Assert.True(node.Column == 0 || sankey.Links.Where(link => link.Target == node.Id).Sum(link => link.Customers) == node.Customers);
            int expected = node.State == LifecycleFlow.NotSeen ? result.Census(node.At).NotSeen : result.Census(node.At).States.Single(state => state.State == node.State).Customers;
            Assert.Equal(expected, node.Customers);
        });
        Assert.All(sankey.Links, link => Assert.Equal(sankey.Nodes[link.Source].Column + 1, sankey.Nodes[link.Target].Column));
        Assert.Equal(500, sankey.Nodes.Where(node => node.Column == 0).Sum(node => node.Customers));
        Assert.Throws<ArgumentException>(() => result.Sankey(AsOf));
        Assert.Throws<ArgumentException>(() => result.Sankey(AsOf, AsOf));
        Assert.Equal(sankey.Links.Count, sankey.Describe().Split(Environment.NewLine).Length - 1);
    }

    [Fact]
    public void Charts_All_AreJsonWithTheirData()
    {
        LifecycleResult result = Few();
        LifecycleSankey sankey = result.Sankey(Start, Start.AddDays(30), Start.AddDays(100));

        Assert.Equal(8, Rows(result.ToVegaLite()).Length);
        Assert.Equal(64, Rows(result.Transitions().ToVegaLite()).Length);
        Assert.Equal(72, Rows(result.Flow(Start, Start.AddDays(30)).ToVegaLite()).Length);
        JsonElement[] rows = Rows(sankey.ToVegaLite());
        Assert.Equal(sankey.Nodes.Count, rows.Count(row => row.GetProperty("kind").GetString() == "node"));
        Assert.Equal(["2022-01-01", "2022-01-31", "2022-04-11"], rows.Where(row => row.GetProperty("kind").GetString() == "moment").Select(row => row.GetProperty("label").GetString()));
        Assert.All(rows.Where(row => row.GetProperty("kind").GetString() != "moment"), row => Assert.InRange(row.GetProperty("bottom").GetDouble(), row.GetProperty("top").GetDouble(), 1.2));

        // Each band begins and ends inside the bars it joins.
        JsonElement[] nodes = [.. rows.Where(row => row.GetProperty("kind").GetString() == "node")];
        foreach (IGrouping<string, JsonElement> band in rows.Where(row => row.GetProperty("kind").GetString() == "link").GroupBy(row => row.GetProperty("id").GetString()!))
        {
            int[] ends = [.. band.Key.Split('-').Select(int.Parse)];
            Assert.True(Inside(band.First(), nodes[ends[0]]) && Inside(band.Last(), nodes[ends[1]]));
        }

        static bool Inside(JsonElement point, JsonElement node) =>
            point.GetProperty("top").GetDouble() >= node.GetProperty("top").GetDouble() - 1e-12 && point.GetProperty("bottom").GetDouble() <= node.GetProperty("bottom").GetDouble() + 1e-12;
    }

    private static JsonElement[] Rows(string chart) => [.. JsonDocument.Parse(chart).RootElement.GetProperty("data").GetProperty("values").EnumerateArray()];

    private static LifecycleResult Few() => LifecycleResult.From([Life("a", 0, 20), Life("b", 0), Life("c", 50)], Start.AddDays(150));

    private static CustomerHistory Life(string customer, params int[] days) => new(customer, null, [.. days.Select(day => Bought(customer, Start.AddDays(day), 10m))]);
}
