namespace CustomerInsight.Core.Tests;

public sealed class AttributionTests
{
    private static readonly Identifier Card = new("card", "club", "7");

    [Fact]
    public async Task RunAsync_RecordKeyWithSource_FindsTheProfile()
    {
        InsightRun run = await Make.Run([Make.Record("crm", "1"), Make.Record("shop", "1")], Make.Activity("a", Identifier.ForRecord("shop", "1"), 2), Make.Activity("b", Identifier.ForRecord("crm", "1"), 1));

        Assert.Equal(["b", "a"], run.Customers.Select(static customer => Assert.Single(customer.Activities).Key.Id));
        Assert.Equal([new RecordKey("crm", "1"), new RecordKey("shop", "1")], run.Customers.Select(static customer => customer.Profile!.Records[0]));
    }

    [Fact]
    public async Task RunAsync_RecordKeyWithoutSource_FindsTheOnlyProfileThatHasIt()
    {
        InsightRun run = await Make.Run([Make.Record("crm", "1"), Make.Record("shop", "2")], Make.Activity("a", Identifier.ForRecord("", "2"), 2));

        Assert.Equal([0, 1], run.Customers.Select(static customer => customer.Activities.Count));
    }

    [Fact]
    public async Task RunAsync_RecordKeyWithoutSourceOfTwoProfiles_IsAmbiguous()
    {
        InsightRun run = await Make.Run([Make.Record("crm", "1"), Make.Record("shop", "1")], Make.Activity("a", Identifier.ForRecord("", "1"), 2));

        Assert.Equal((1, 0), (run.Line("ambiguous-customer"), run.Line("unknown-customer")));
        Assert.All(run.Customers, static customer => Assert.Empty(customer.Activities));
    }

    [Fact]
    public async Task RunAsync_RecordKeyWithoutSourceOfOneProfile_IsNotAmbiguous()
    {
        InsightRun run = await new InsightEngine(new InsightSetup
        {
            RecordSources = [ListRecordSource.Of("crm", [Make.Record("crm", "1", email: "a@x.com")]), ListRecordSource.Of("shop", [Make.Record("shop", "1", email: "a@x.com")])],
            ActivitySources = [ListActivitySource.Of("till", [Make.Activity("a", Identifier.ForRecord("", "1"), 2)])],
            Stages = [new MatchByEmail()],
        }).RunAsync();

        Assert.Single(Assert.Single(run.Customers).Activities);
        Assert.Equal(0, run.Line("ambiguous-customer"));
    }

    [Fact]
    public async Task RunAsync_ClaimedIdentifier_FindsTheProfile()
    {
        InsightRun run = await Make.Run(
            [Make.Record("crm", "1"), Make.Record("crm", "2", identifiers: Card)],
            Make.Activity("a", Card, 2), Make.Activity("b", Identifier.ForRecord("crm", "2"), 1), Make.Activity("c", Card with { Scope = "other" }, 1));

        Assert.Equal(["b", "a"], run.Customers[1].Activities.Select(static activity => activity.Key.Id));
        Assert.Empty(run.Customers[0].Activities);
        Assert.Equal(1, run.Line("unknown-customer"));
    }

    [Fact]
    public async Task RunAsync_IdentifierClaimedByTwoProfiles_IsAmbiguousAndCounted()
    {
        InsightRun run = await Make.Run(
            [Make.Record("crm", "1", identifiers: Card), Make.Record("crm", "2", identifiers: Card), Make.Record("crm", "3", identifiers: Card)],
            Make.Activity("a", Card, 2), Make.Activity("b", Card, 1), Make.Activity("c", Identifier.ForRecord("crm", "9"), 1));

        Assert.Equal((2, 1), (run.Line("ambiguous-customer"), run.Line("unknown-customer")));
        Assert.All(run.Customers, static customer => Assert.Empty(customer.Activities));
    }

    [Fact]
    public async Task RunAsync_WithoutRecords_EachIdentifierIsACustomer()
    {
        InsightRun run = await Make.Run([], Make.Activity("a", Card with { Value = "b" }, 2), Make.Activity("b", Card with { Value = "A" }, 1), Make.Activity("c", Card with { Value = "b" }, 1));

        Assert.Equal(["A", "b"], run.Customers.Select(static customer => customer.Customer));
        Assert.Equal(["c", "a"], run.Customers[1].Activities.Select(static activity => activity.Key.Id));
        Assert.All(run.Customers, static customer => Assert.Null(customer.Profile));
    }

    [Fact]
    public async Task RunAsync_WithoutRecordsWhereValuesAreNotEnough_NamesTypeAndScopeOfThose()
    {
        InsightRun run = await Make.Run(
            [], Make.Activity("a", Card, 2), Make.Activity("b", Card with { Scope = "mall" }, 1), Make.Activity("c", Card with { Value = "8" }, 1), Make.Activity("d", Card with { Scope = "mall", Value = "9" }, 1));

        Assert.Equal(["8", "9", "card:club:7", "card:mall:7"], run.Customers.Select(static customer => customer.Customer));
    }

    [Fact]
    public async Task RunAsync_ActivitiesOfOneMoment_AreInTheOrderOfTheirKeys()
    {
        InsightRun run = await Make.Run([], Make.Activity("b", Card, 2), Make.Activity("a", Card, 2), Make.Activity("c", Card, 1));

        Assert.Equal(["c", "a", "b"], Assert.Single(run.Customers).Activities.Select(static activity => activity.Key.Id));
    }
}
