namespace CustomerInsight.Core.Tests;

public sealed class ActivityReadingTests
{
    private static readonly Identifier Ann = new("card", "", "ann");
    private static readonly Identifier Bob = new("card", "", "bob");

    [Fact]
    public async Task RunAsync_ActivityTwice_IsKeptOnce()
    {
        CustomerActivity one = Make.Activity("1", Ann, 1, 5m);
        InsightRun run = await Make.Run([], one, Make.Activity("2", Ann, 2), one, Make.Activity("1", Ann, 1, 5.0m));

        Assert.Equal(2, Assert.Single(run.Customers).Activities.Count);
        SourceReport source = Assert.Single(run.Report.Sources);
        Assert.Equal((4, 2, 2, 0), (source.Read, source.Kept, source.Repeated, source.Superseded));
    }

    [Fact]
    public async Task RunAsync_ActivityCorrected_TheLaterCounts()
    {
        InsightRun run = await Make.Run([], Make.Activity("1", Ann, 3, 7m), Make.Activity("1", Ann, 1, 5m));

        Assert.Equal(new Money(7m, "GBP"), Assert.Single(Assert.Single(run.Customers).Activities).Value);
        Assert.Equal(1, Assert.Single(run.Report.Sources).Superseded);
    }

    [Fact]
    public async Task RunAsync_AsOfNotSet_IsTheLatestActivity()
    {
        InsightRun run = await Make.Run([], Make.Activity("1", Ann, 3), Make.Activity("2", Bob, 8), Make.Activity("3", Ann, 2));

        Assert.Equal(Make.Day(8), run.AsOf);
        Assert.Equal(0, run.Line("after-as-of"));
        Assert.Equal(2, run.Customers.Count);
    }

    [Fact]
    public async Task RunAsync_AsOfSet_LeavesLaterActivitiesOutAndCountsThem()
    {
        InsightRun run = await new InsightEngine(new InsightSetup
        {
            Options = new InsightOptions { AsOf = Make.Day(3) },
            ActivitySources = [ListActivitySource.Of("till", [Make.Activity("1", Ann, 3), Make.Activity("2", Bob, 4), Make.Activity("3", Ann, 9)])],
        }).RunAsync();

        Assert.Equal(Make.Day(3), run.AsOf);
        Assert.Equal(2, run.Line("after-as-of"));
        Assert.Contains("after the as-of moment 2024-01-03 12:00:00+00:00", run.Report.Describe(), StringComparison.Ordinal);
        Assert.Equal(["ann"], run.Customers.Select(static customer => customer.Customer));
        Assert.Equal([Make.Day(3)], run.Customers[0].Activities.Select(static activity => activity.At));
    }

    [Fact]
    public async Task RunAsync_AsOfSetWithoutActivities_StaysSet() =>
        Assert.Equal(Make.Day(5), (await new InsightEngine(new InsightSetup { Options = new InsightOptions { AsOf = Make.Day(5) } }).RunAsync()).AsOf);

    [Fact]
    public void RunAsync_ActivitiesAfterAsOf_ChangeNothing() => Prop.ForAll(Lists(1, 6).ToArbitrary(), Lists(7, 12).ToArbitrary(), static (before, after) =>
    {
        InsightRun without = Run(before);
        InsightRun with = Run([.. after.Select(static activity => activity with { Key = new RecordKey("till", "late" + activity.Key.Id) }), .. before]);
        return Same(without, with) && with.Line("after-as-of") == with.Report.Sources[0].Kept - without.Report.Sources[0].Kept;

        static InsightRun Run(CustomerActivity[] activities) => Make.Wait(new InsightSetup
        {
            Options = new InsightOptions { AsOf = Make.Day(6) },
            ActivitySources = [ListActivitySource.Of("till", activities)],
        });
    }).Check(Quick.Tests(300));

    [Fact]
    public void RunAsync_ActivitiesTwiceInAnyOrder_SameAsOnce() => Prop.ForAll(Lists(1, 12).ToArbitrary(), Gen.Choose(1, 1000).ToArbitrary(), static (activities, seed) =>
    {
        CustomerActivity[] inStageOnce = [];
        CustomerActivity[] inStageTwice = [];
        InsightRun once = Run(activities, context => inStageOnce = [.. context.Activities]);
        InsightRun twice = Run(activities.Concat(activities).Shuffle(seed), context => inStageTwice = [.. context.Activities]);
        return Same(once, twice) && once.AsOf == twice.AsOf && inStageOnce.SequenceEqual(inStageTwice);

        static InsightRun Run(CustomerActivity[] activities, Action<InsightContext> look) => Make.Wait(new InsightSetup
        {
            ActivitySources = [ListActivitySource.Of("till", activities)],
            Stages = [new CallStage(InsightPhase.Match, look)],
        });
    }).Check(Quick.Tests(300));

    private static Gen<CustomerActivity[]> Lists(int firstDay, int lastDay) => (
        from id in Gen.Choose(1, 12)
        from customer in Gen.Elements(Ann, Bob)
        from day in Gen.Choose(firstDay, lastDay)
        from amount in Gen.Elements<decimal?>(null, 1m, 2.5m)
        select Make.Activity($"{id}", customer, day, amount)).ArrayOf();

    private static bool Same(InsightRun left, InsightRun right) =>
        left.Customers.Count == right.Customers.Count
        && left.Customers.Zip(right.Customers).All(static pair => pair.First.Customer == pair.Second.Customer && pair.First.Activities.SequenceEqual(pair.Second.Activities));
}
