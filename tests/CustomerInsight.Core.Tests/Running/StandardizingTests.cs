namespace CustomerInsight.Core.Tests;

public sealed class StandardizingTests
{
    private static readonly RecordSchema Whole = new([new("full_name", AttributeKind.FullName)]);
    private static readonly RecordSchema Contact = new([new("phone", AttributeKind.Phone), new("date_of_birth", AttributeKind.DateOfBirth)]);

    [Fact]
    public async Task RunAsync_OneNameFieldBesideTwo_SplitsForComparisonAndSaysSo()
    {
        InsightRun run = await Make.Run(
            ListRecordSource.Of("crm", [Make.Record("crm", "1")]),
            ListRecordSource.Of("shop", [new SourceRecord(Whole, new RecordKey("shop", "1"), ["Ann Lee"]), new SourceRecord(Whole, new RecordKey("shop", "2"), ["Lee, Ann"])]));

        Assert.Equal(2, run.Line("names-split"));
        Assert.Equal(["ann", "ann", "ann"], Enumerable.Range(0, 3).Select(record => run.Records.Column(run.Records.Schema.IndexOf("given_name")).First(record)));
        Assert.Null(run.Profiles[1]["given_name"]);
        Assert.Equal("Ann Lee", run.Profiles[1]["full_name"]!.Values.First);
    }

    [Fact]
    public async Task RunAsync_OnlyWholeNames_SplitsNothing() =>
        Assert.Equal(0, (await Make.Run(ListRecordSource.Of("shop", [new SourceRecord(Whole, new RecordKey("shop", "1"), ["Ann Lee"])]))).Line("names-split"));

    [Fact]
    public async Task RunAsync_Conventions_AreThoseOfEachSourceAndCounted()
    {
        SourceRecord Of(string source, string? phone, string? birth) => new(Contact, new RecordKey(source, "1"), [phone, birth]);
        InsightRun run = await Make.Run(
            new ListRecordSource("a", RecordChange.Upsert(Of("a", "020 7946 0018", "4/12/1982"))) { Conventions = new SourceConventions { DateOrder = DateOrder.MonthDayYear } },
            new ListRecordSource("b", RecordChange.Upsert(Of("b", "020 7946 0018", "4/12/1982"))) { Conventions = new SourceConventions { PhoneCountryCode = "44" } },
            new ListRecordSource("c", RecordChange.Upsert(Of("c", "x", "1830-00-01"))));

        StandardizedColumn birth = run.Records.Column(run.Records.Schema.IndexOf("date_of_birth"));
        StandardizedColumn phone = run.Records.Column(run.Records.Schema.IndexOf("phone"));
        Assert.Equal(["1982-04-12", "1982-12-04", "1830-00-01"], Enumerable.Range(0, 3).Select(birth.First));
        Assert.NotEqual(phone.First(0), phone.First(1));
        Assert.Equal((2, 1, 1, 1), (run.Line("assumed-date"), run.Line("assumed-phone-country"), run.Line("unusable-value"), run.Line("partial-date")));
        Assert.Contains("values of phone got the source's country code", run.Report.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_OwnStandardizer_IsUsed()
    {
        InsightRun run = await new InsightEngine(new InsightSetup
        {
            RecordSources = [ListRecordSource.Of("crm", [Make.Record("crm", "1", email: "a@x.com")])],
            Standardizers = StandardizerSet.Default.With(AttributeKind.Email, new Shout()),
        }).RunAsync();

        Assert.Equal("A@X.COM", run.Records.Column(run.Records.Schema.IndexOf("email")).First(0));
        Assert.Equal("a@x.com", run.Profiles[0]["email"]!.Values.First);
    }

    [Fact]
    public async Task RunAsync_OneNameTwoKinds_IsRefusedWithBothNamed()
    {
        var text = new RecordSchema([new("email", AttributeKind.Text)]);

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => Make.Run(
            ListRecordSource.Of("crm", [Make.Record("crm", "1")]), ListRecordSource.Of("erp", [new SourceRecord(text, new RecordKey("erp", "1"), ["x"])])));

        Assert.Contains("'email' is of kind 'email' in one source and 'text' in another", error.Message, StringComparison.Ordinal);
    }

    internal sealed class Shout : IStandardizer
    {
        public string Name => "shout";

        public int Version => 1;

        public StandardizedValue Standardize(string value, SourceConventions conventions) => new(value.ToUpperInvariant());
    }
}
