namespace CustomerInsight.Core.Tests;

public sealed class StandardizedTableTests
{
    [Fact]
    public void Of_RecordsInAnyOrder_SortsThemByKey()
    {
        StandardizedTable table = StandardizedTable.Of([Make.Record("shop", "1"), Make.Record("crm", "2"), Make.Record("crm", "1")]);

        Assert.Equal([new("crm", "1"), new("crm", "2"), new RecordKey("shop", "1")], table.Records.Select(static record => record.Key));
        Assert.Equal(3, table.Count);
        Assert.Equal(["city", "email", "family_name", "given_name", "street_address"], table.Schema.Attributes.Select(static attribute => attribute.Name));
        Assert.Equal(0, table.TrustRanks.GetValueOrDefault("crm"));
    }

    [Fact]
    public void Of_KeyTwice_ThrowsWithoutNamingIt()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(static () => StandardizedTable.Of([Make.Record("crm", "secret"), Make.Record("crm", "secret", "Bob")]));

        Assert.Contains("Keep one version of each record", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EqualValues_ShareAnId()
    {
        StandardizedTable table = StandardizedTable.Of([Make.Record("crm", "1", "Ann"), Make.Record("crm", "2", "ANN"), Make.Record("crm", "3", "Bob"), Make.Record("crm", "4", "n/a")]);
        StandardizedColumn given = table.Column(table.Schema.IndexOf("given_name"));

        Assert.Equal(given.Ids(0).ToArray(), given.Ids(1).ToArray());
        Assert.NotEqual(given.Ids(0).ToArray(), given.Ids(2).ToArray());
        Assert.True(given.Ids(3).IsEmpty);
        Assert.Null(given.First(3));
        Assert.Equal(2, given.Values.Count);
        Assert.Equal(AttributeKind.GivenName, given.Attribute.Kind);
    }

    [Fact]
    public void Without_Values_CountAsMissingThoughTheRecordsKeepThem()
    {
        StandardizedTable table = StandardizedTable.Of([Make.Record("crm", "1", "Ann"), Make.Record("crm", "2", "ANN"), Make.Record("crm", "3", "Bob")]);
        int given = table.Schema.IndexOf("given_name");
        string ann = Assert.Single(table.Standardize(given, "aNN"));

        StandardizedTable rest = table.Without(given, value => value == ann);

        Assert.Equal([null, null, table.Column(given).First(2)], Enumerable.Range(0, 3).Select(i => rest.Column(given).First(i)));
        Assert.Single(rest.Column(given).Values);
        Assert.Equal(table.Column(given).StandardizerVersion, rest.Column(given).StandardizerVersion);
        Assert.Equal("ANN", rest.Records[1]["given_name"].First);
        Assert.Same(rest, rest.Without(given, value => value == ann));
        Assert.Empty(table.Standardize(given, " "));
    }

    [Fact]
    public void Of_SeveralValues_HoldsEachStandardizedFormOnce()
    {
        var schema = new RecordSchema([new("email", AttributeKind.Email)]);
        StandardizedTable table = StandardizedTable.Of([new SourceRecord(schema, new RecordKey("crm", "1"), [AttributeValues.Of(["a@x.com", "A@x.com", "b@x.com"])])]);

        Assert.Equal(2, table.Column(0).Ids(0).Length);
        Assert.Equal("a@x.com", table.Column(0).First(0));
    }

    [Fact]
    public void Of_AttributeThatARecordDoesNotKnow_IsMissing()
    {
        var other = new RecordSchema([new("tier", AttributeKind.Category)]);
        StandardizedTable table = StandardizedTable.Of([Make.Record("crm", "1"), new SourceRecord(other, new RecordKey("shop", "1"), ["gold"])]);

        Assert.Null(table.Column(table.Schema.IndexOf("tier")).First(0));
        Assert.Null(table.Column(table.Schema.IndexOf("given_name")).First(1));
        Assert.Equal("gold", table.Column(table.Schema.IndexOf("tier")).First(1));
    }

    [Fact]
    public void Of_OwnStandardizers_AreUsed()
    {
        StandardizedTable table = StandardizedTable.Of([Make.Record("crm", "1")], StandardizerSet.Default.With(AttributeKind.GivenName, new StandardizingTests.Shout()));

        Assert.Equal("ANN", table.Column(table.Schema.IndexOf("given_name")).First(0));
    }

    [Fact]
    public void Empty_Table_HasNothing()
    {
        Assert.Equal(0, StandardizedTable.Empty.Count);
        Assert.Empty(StandardizedTable.Of([]).Schema.Attributes);
    }
}
