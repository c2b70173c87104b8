namespace CustomerInsight.Core.Tests;

/// <summary>Rows that cannot be used are counted, never dropped and never the end of a run.</summary>
public sealed class QuarantineTests
{
    [Fact]
    public async Task RunAsync_RejectedRows_AreCountedByCodeAndKeptUpToTheLimit()
    {
        RecordChange[] changes =
        [
            RecordChange.Reject(new RowRejection(1, RejectionCodes.MissingKey, "no key")),
            RecordChange.Upsert(Make.Record("crm", "1")),
            RecordChange.Reject(new RowRejection(3, RejectionCodes.FieldCount, "short")),
            RecordChange.Reject(new RowRejection(4, RejectionCodes.MissingKey, "no key")),
        ];
        var setup = new InsightSetup { Options = new InsightOptions { KeptRejections = 2 }, RecordSources = [new ListRecordSource("crm", changes)] };

        InsightRun run = await new InsightEngine(setup).RunAsync();

        SourceReport source = Assert.Single(run.Report.Sources);
        Assert.Equal([new RejectionCount(RejectionCodes.FieldCount, 1), new RejectionCount(RejectionCodes.MissingKey, 2)], source.Rejected);
        Assert.Equal([1, 3], source.Rejections.Select(static rejection => rejection.Position));
        Assert.Equal((4, 1, 3), (source.Read, source.Kept, source.RejectedTotal));
        Assert.Single(run.Profiles);
    }

    [Fact]
    public async Task RunAsync_NoRejectionsToKeep_CountsThemAll()
    {
        InsightRun run = await new InsightEngine(new InsightSetup
        {
            Options = new InsightOptions { KeptRejections = 0 },
            ActivitySources = [new ListActivitySource("till", ActivityChange.Reject(new RowRejection(1, RejectionCodes.InvalidValue, "no time")))],
        }).RunAsync();

        SourceReport source = Assert.Single(run.Report.Sources);
        Assert.Empty(source.Rejections);
        Assert.Equal((1, SourceContent.Activities), (source.RejectedTotal, source.Content));
    }

    [Fact]
    public async Task RunAsync_OtherTenant_IsQuarantined()
    {
        SourceRecord Of(string tenant, string id) => new(Make.Person, new RecordKey("crm", id), ["Ann", "Lee", null, null, null]) { Tenant = tenant };
        CustomerActivity mine = Make.Activity("1", Identifier.ForRecord("crm", "1"), 1) with { Tenant = "north" };
        InsightRun run = await new InsightEngine(new InsightSetup
        {
            Options = new InsightOptions { Tenant = "north" },
            RecordSources = [ListRecordSource.Of("crm", [Of("north", "1"), Of("south", "2"), Of("", "3")])],
            ActivitySources = [ListActivitySource.Of("till", [mine, Make.Activity("2", Identifier.ForRecord("crm", "1"), 1) with { Tenant = "south" }])],
        }).RunAsync();

        Assert.Equal([2, 1], run.Report.Sources.Select(static source => source.Rejected.Single(static count => count.Code == RejectionCodes.WrongTenant).Count));
        Assert.Equal([2, 3], run.Report.Sources[0].Rejections.Select(static rejection => rejection.Position));
        Assert.Equal([mine], Assert.Single(run.Customers).Activities);
    }

    [Fact]
    public async Task RunAsync_OtherSourcesName_IsQuarantined()
    {
        InsightRun run = await new InsightEngine(new InsightSetup
        {
            RecordSources =
            [
                ListRecordSource.Of("crm", [Make.Record("crm", "1")]),
                new ListRecordSource("erp", RecordChange.Upsert(Make.Record("crm", "1", "Eve")), RecordChange.Delete(new RecordKey("crm", "1")), RecordChange.Upsert(Make.Record("erp", "1"))),
            ],
            ActivitySources = [ListActivitySource.Of("web", [Make.Activity("1", Identifier.ForRecord("crm", "1"), 1)])],
        }).RunAsync();

        Assert.Equal([0, 2, 1], run.Report.Sources.Select(static source => source.Rejected.Where(static count => count.Code == RejectionCodes.WrongSource).Sum(static count => count.Count)));
        Assert.Equal(["Ann", "Ann"], run.Profiles.Select(static profile => profile["given_name"]!.Values.First));
        Assert.Equal(0, run.Report.Sources[1].Deleted);
        Assert.All(run.Customers, static customer => Assert.Empty(customer.Activities));
    }

    [Fact]
    public async Task RunAsync_Cursor_IsThatOfTheLastRow()
    {
        InsightRun run = await Make.Run(new ListRecordSource("crm", RecordChange.Upsert(Make.Record("crm", "1"), new SourceCursor("a")), RecordChange.Reject(new RowRejection(2, "x", "y"), new SourceCursor("b"))), new ListRecordSource("erp"));

        Assert.Equal([new SourceCursor("b"), SourceCursor.Start], run.Report.Sources.Select(static source => source.Cursor));
    }
}
