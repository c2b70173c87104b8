namespace CustomerInsight.Models.Tests;

public sealed class CustomerLabelsTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset CutOff = Start.AddDays(100);

    private static ActivityLog Log(params ReadOnlySpan<(string Customer, double Day)> purchases)
    {
        var log = new ActivityLog();
        foreach ((string customer, double day) in purchases)
        {
            log.Add(customer, Start.AddDays(day), 10m, "EUR");
        }

        return log;
    }

    [Fact]
    public void From_MomentsAtTheEdges_AreOnTheirSide()
    {
        ActivityLog log = Log(("at the cut-off", 100), ("first day", 50), ("first day", 110.001), ("gap's end", 50), ("gap's end", 110), ("last", 50), ("last", 140), ("too late", 50), ("too late", 140.001), ("new", 101));
        var options = new LabelOptions { GapDays = 10, HorizonDays = 30 };

        CustomerLabels labels = CustomerLabels.From(log, CutOff, null, options);

        Assert.Equal(["at the cut-off", "first day", "gap's end", "last", "too late"], labels.Customers);
        Assert.Equal([true, false, true, false, true], labels.Labels);
        Assert.Equal((3, .6, 5), (labels.Positives, labels.Rate, labels.Known));
        Assert.Equal((CutOff, CutOff.AddDays(10), CutOff.AddDays(40)), (labels.CutOff, labels.WindowStart, labels.WindowEnd));
        Assert.Equal([false, true, false, true, false], CustomerLabels.From(log, CutOff, null, new LabelOptions { GapDays = 10, HorizonDays = 30, Target = LabelTarget.Event }).Labels);
        Assert.Equal(true, labels.Find("too late"));
        Assert.Null(labels.Find("new"));
    }

    [Fact]
    public void From_WindowNotOverYet_LabelsNobody()
    {
        ActivityLog log = Log(("a", 10), ("a", 120), ("b", 20));

        CustomerLabels labels = CustomerLabels.From(log, CutOff, null, new LabelOptions { HorizonDays = 30 });

        Assert.Empty(labels.Customers);
        Assert.Equal([new(LabelExclusion.NotObserved, 2)], labels.Exclusions);
        Assert.Equal(2, CustomerLabels.From(log, CutOff, CutOff.AddDays(30), new LabelOptions { HorizonDays = 30 }).Customers.Count);
        Assert.Empty(CustomerLabels.From(log, CutOff, CutOff.AddDays(30).AddTicks(-1), new LabelOptions { HorizonDays = 30 }).Customers);
        Assert.Contains("not labelled: 2 (NotObserved)", labels.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void From_CustomersNotAskedFor_AreCountedByReason()
    {
        ActivityLog log = Log(("new", 95), ("new", 96), ("once", 10), ("gone", 10), ("gone", 20), ("good", 10), ("good", 90), ("later", 150));
        log.Add("visitor", Start, "visit");
        log.Add("back", Start.AddDays(10), 10m, "EUR");
        log.Add("back", Start.AddDays(80), -10m, "EUR");
        log.Add("free", Start.AddDays(10), 0m, "EUR");
        var options = new LabelOptions { HorizonDays = 30, MinimumActivities = 2, MinimumTenureDays = 30, ActiveWithinDays = 60 };

        CustomerLabels labels = CustomerLabels.From(log, CutOff, null, options);

        Assert.Equal(["good"], labels.Customers);
        Assert.Equal([new(LabelExclusion.NeverActive, 2), new(LabelExclusion.TooFewActivities, 2), new(LabelExclusion.TooNew, 1), new(LabelExclusion.Inactive, 1)], labels.Exclusions);
        Assert.Equal(7, labels.Known);
        Assert.Equal(["back", "free", "gone", "good", "new", "once"], CustomerLabels.From(log, CutOff, null, new LabelOptions { HorizonDays = 30, KeepZeroAmounts = true }).Customers);
    }

    [Fact]
    public void From_AnotherEvent_IsAPropensity()
    {
        ActivityLog log = Log(("a", 10), ("b", 10), ("b", 120), ("c", 200));
        log.Add("a", Start.AddDays(110), "complaint");

        CustomerLabels labels = CustomerLabels.From(log, CutOff, null, new LabelOptions { EventTypes = ["complaint"], Target = LabelTarget.Event });

        Assert.Equal(["a", "b"], labels.Customers);
        Assert.Equal([true, false], labels.Labels);
    }

    [Fact]
    public void From_HistoriesAndLogsInAnyOrder_AreTheSame() =>
        Prop.ForAll(Gen.Choose(0, 10_000).ToArbitrary(), seed =>
        {
            CustomerHistory[] histories = [.. Shop.DrawnHistories(60, (ulong)seed).Where(static history => history.Activities.Count > 0)];
            var log = new ActivityLog();
            foreach (CustomerActivity activity in histories.SelectMany(static history => history.Activities).OrderBy(static activity => StableHash.Of(activity.Key.Id)))
            {
                log.Add(activity.Customer.Value, activity.At, activity.Value!.Value.Amount, "EUR");
            }

            var options = new LabelOptions { HorizonDays = 1 + (seed % 100), GapDays = seed % 7, MaxDegreeOfParallelism = 1 };
            ValueList<DateTimeOffset> cutOffs = CutOffs.Latest(Shop.AsOf.AddDays(-300), 45, Shop.AsOf, options);
            IReadOnlyList<CustomerLabels> labels = CustomerLabels.From(histories, cutOffs, Shop.AsOf, options);

            Assert.Equal(labels, CustomerLabels.From(log, cutOffs, Shop.AsOf, options));
            Assert.Equal(labels, CustomerLabels.From([.. histories.Reverse()], cutOffs, Shop.AsOf, options));
            Assert.All(labels, one => Assert.Equal(Plain(histories, one, options), one.Customers.Zip(one.Labels)));
        }).Check(Quick.Tests(30));

    [Fact]
    public void Options_ThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => CustomerLabels.From(Log(("a", 1)), CutOff, null, new LabelOptions { HorizonDays = 0 }));
        Assert.Throws<ArgumentException>(() => CustomerLabels.From(Log(("a", 1)), CutOff, null, new LabelOptions { EventTypes = [] }));
        Assert.Throws<ArgumentException>(() => CustomerLabels.From(Log(("a", 1)), CutOff, null, new LabelOptions { EligibleTypes = [""] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => CustomerLabels.From(Log(("a", 1)), DateTimeOffset.MaxValue));
    }

    [SharedTheory]
    [InlineData(90, .838057)]
    [InlineData(180, .772465)]
    public void From_Cdnow_HasTheRateOfTheReference(int horizonDays, double rate)
    {
        CustomerLabels labels = CustomerLabels.From(Cdnow.ReadMaster(), CutOffs.Before(new(1998, 1, 1)), Cdnow.HoldoutEnd, new LabelOptions { HorizonDays = horizonDays, KeepZeroAmounts = true });

        Assert.Equal(23_570, labels.Customers.Count);
        Assert.Equal(rate, labels.Rate, 5e-7);
    }

    private static IEnumerable<(string Customer, bool Label)> Plain(CustomerHistory[] histories, CustomerLabels labels, LabelOptions options) =>
        from history in histories
        where history.Activities.Any(activity => activity.At <= labels.CutOff)
        orderby history.Customer
        select (history.Customer, !history.Activities.Any(activity =>
            activity.At > labels.CutOff.AddDays(options.GapDays) && activity.At <= labels.CutOff.AddDays(options.GapDays + options.HorizonDays)));
}
