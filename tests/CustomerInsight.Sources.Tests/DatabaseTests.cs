using System.Data;

namespace CustomerInsight.Sources.Tests;

public class DatabaseTests
{
    private static DataTable People()
    {
        var table = new DataTable();
        table.Columns.Add("Id", typeof(int));
        table.Columns.Add("FirstName", typeof(string));
        table.Columns.Add("BirthDate", typeof(DateTime));
        table.Columns.Add("Height", typeof(double));
        table.Columns.Add("ModifiedOn", typeof(DateTimeOffset));
        table.Rows.Add(1, "Ann", new DateTime(1980, 1, 2), 1.75, new DateTimeOffset(2024, 3, 5, 10, 0, 0, TimeSpan.FromHours(2)));
        table.Rows.Add(2, DBNull.Value, DBNull.Value, DBNull.Value, DBNull.Value);
        table.Rows.Add(DBNull.Value, "Cid", DBNull.Value, DBNull.Value, DBNull.Value);
        table.Rows.Add(4, " ", new DateTime(1980, 1, 2, 3, 4, 5), 1e-7, DBNull.Value);
        return table;
    }

    [Fact]
    public async Task ReadAsync_TypedValues_BecomeInvariantText()
    {
        List<RecordChange> changes = await new DbRecordSource("crm", static () => new FakeConnection(People()), "select").AllAsync();

        SourceRecord first = changes[0].Record!;
        Assert.Equal(("1", "Ann", "1980-01-02", "1.75"), (first.Key.Id, first["given_name"].First, first["date_of_birth"].First, first["height"].First));
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 8, 0, 0, TimeSpan.Zero), first.ObservedAt);
        Assert.All(changes[1].Record!.Values.ToArray(), static value => Assert.True(value.IsNone));
        Assert.Equal((3L, RejectionCodes.MissingKey), (changes[2].Rejection!.Position, changes[2].Rejection!.Code));
        Assert.Equal(("1980-01-02T03:04:05", "1E-07"), (changes[3].Record!["date_of_birth"].First, changes[3].Record!["height"].First));
    }

    [Fact]
    public async Task ReadAsync_ValueTheDriverCannotGive_RejectsTheRowWithoutQuotingIt()
    {
        var source = new DbRecordSource("crm", static () => new FakeConnection(People(), brokenColumn: 1), "select");

        Assert.Equal("+1 -invalid-value@2 -missing-key@3 -invalid-value@4", await source.OutlineAsync());
        Assert.Equal("The driver cannot give column 2 of the row (InvalidCastException). Cast it to text in the query.", (await source.AllAsync())[1].Rejection!.Message);
    }

    [Fact]
    public async Task ReadAsync_AfterAnyCursor_GivesTheRest()
    {
        var source = new DbRecordSource("crm", static () => new FakeConnection(People()), "select");
        List<RecordChange> all = await source.AllAsync();

        for (int i = 0; i < all.Count; i++)
        {
            Assert.Equal(all[(i + 1)..], await source.AllAsync(all[i].Cursor));
        }
    }

    [Fact]
    public async Task ReadAsync_Ended_HasOpenedAndDisposedTheConnection()
    {
        var connection = new FakeConnection(People());
        string? seen = null;
        var options = new DbRecordOptions { ConfigureCommand = command => (command.CommandTimeout, seen) = (90, command.CommandText) };

        await new DbRecordSource("crm", () => connection, "select * from people", options).AllAsync();

        Assert.Equal((1, true, "select * from people"), (connection.Opened, connection.IsDisposed, seen));
    }

    [Fact]
    public async Task ReadMappingAsync_Columns_AreMappedAsCsvHeadersAre() => Assert.Equal(
        "Id -> key; FirstName -> given_name (given-name); BirthDate -> date_of_birth (date-of-birth); Height -> kept as text; ModifiedOn -> observed at",
        (await new DbRecordSource("crm", static () => new FakeConnection(People()), "select").ReadMappingAsync()).Describe());

    [Fact]
    public async Task Activities_OfAQuery_AreRead()
    {
        var table = new DataTable();
        table.Columns.Add("customer_id", typeof(long));
        table.Columns.Add("order_date", typeof(DateTime));
        table.Columns.Add("total", typeof(decimal));
        table.Rows.Add(17L, new DateTime(2024, 1, 2, 3, 4, 5), 12.50m);

        CustomerActivity activity = Assert.Single(await new DbActivitySource("shop", () => new FakeConnection(table), "select").ActivitiesAsync());

        Assert.Equal((Identifier.ForRecord("", "17"), new Money(12.50m, "XXX"), "1"), (activity.Customer, activity.Value!.Value, activity.Key.Id));
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), activity.At);
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(12, "12")]
    [InlineData(0.1, "0.1")]
    [InlineData("x", "x")]
    [InlineData(null, null)]
    public void Of_Value_IsTextInTheInvariantCulture(object? value, string? text) => Assert.Equal(text, DbValueText.Of(value));

    [Fact]
    public void Of_OtherTypes_AreTextThatCanBeReadBack()
    {
        Assert.Equal("AQI=", DbValueText.Of(new byte[] { 1, 2 }));
        Assert.Equal("2024-03-05", DbValueText.Of(new DateOnly(2024, 3, 5)));
        Assert.Equal("01:02:03", DbValueText.Of(new TimeSpan(1, 2, 3)));
        Assert.Equal("00000000-0000-0000-0000-000000000001", DbValueText.Of(new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)));
    }
}
