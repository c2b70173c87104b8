using System.Globalization;

namespace CustomerInsight.Core.Tests;

public sealed class InsightReportTests
{
    private static readonly InsightReport Report = new(
    [
        new SourceReport("crm", SourceContent.Records, 12_345, 12_000, 40, 300, 2, [new RejectionCount("missing-key", 3)], [new RowRejection(7, "missing-key", "The row has no key.")], default),
        new SourceReport("till", SourceContent.Activities, 1, 0, 0, 0, 0, [new RejectionCount("invalid-value", 1)], [], default),
    ],
    [new ReportLine("standardize", "unusable-value", 1_234, "values of email cannot be used and count as missing")]);

    private const string Text = """
        crm: 12,345 rows read, 12,000 records kept
          40 repeated an earlier row word for word
          300 gave way to another version under the same key
          2 deleted by the source
          3 quarantined as missing-key; first at row 7: The row has no key.
        till: 1 row read, 0 activities kept
          1 quarantined as invalid-value
        standardize: 1,234 values of email cannot be used and count as missing

        """;

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Describe_AnyCulture_GivesOneText(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal(Text.ReplaceLineEndings(), Report.Describe());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Describe_AnyRun_HoldsNoPersonalValue()
    {
        string[] personal = ["Zebedee", "Quux", "zeb@quux.test", "9 Secret Lane", "Atlantis", "card-4711", "rec-99", "1999-99-99"];
        var schema = new RecordSchema([.. Make.Person.Attributes, new AttributeDefinition("date_of_birth", AttributeKind.DateOfBirth)]);
        SourceRecord Record(string id) => new(schema, new RecordKey("crm", id), [personal[0], personal[1], personal[2], personal[3], personal[4], personal[7]]) { Identifiers = [new Identifier("card", "", personal[5])] };
        InsightRun run = await new InsightEngine(new InsightSetup
        {
            Options = new InsightOptions { AsOf = Make.Day(2) },
            RecordSources =
            [
                ListRecordSource.Of("crm", [Record(personal[6]), Record("rec-98"), Record("rec-98"), new SourceRecord(schema, new RecordKey("other", personal[6]), Record("1").Values) { Tenant = personal[0] }]),
                RecordMap.For<string>("erp").Key(string? (text) => throw new FormatException(text)).From(personal),
            ],
            ActivitySources = [ListActivitySource.Of("till", [Make.Activity("1", new Identifier("card", "", personal[5]), 1), Make.Activity("2", new Identifier("card", "", "card-4712"), 1), Make.Activity("3", Identifier.ForRecord("crm", personal[6]), 9)])],
        }).RunAsync();

        string text = run.Report.Describe();

        Assert.True(run.Line("unusable-value") > 0 && run.Line("ambiguous-customer") > 0 && run.Line("unknown-customer") > 0 && run.Line("after-as-of") > 0);
        Assert.Contains("quarantined as mapping-failed", text, StringComparison.Ordinal);
        Assert.Contains("quarantined as wrong-tenant", text, StringComparison.Ordinal);
        Assert.All(personal, value => Assert.DoesNotContain(value, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(run.Profiles, profile => Assert.All(personal, value => Assert.DoesNotContain(value, profile.ToString(), StringComparison.OrdinalIgnoreCase)));
    }
}
