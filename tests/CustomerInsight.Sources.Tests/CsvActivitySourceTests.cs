namespace CustomerInsight.Sources.Tests;

public class CsvActivitySourceTests
{
    private static CsvActivitySource Source(string text, Action<CsvActivityOptions>? configure = null)
    {
        var options = new CsvActivityOptions();
        configure?.Invoke(options);
        return new("shop", Streams.Of(text), options);
    }

    [Fact]
    public async Task ReadAsync_FullRow_FillsTheActivity()
    {
        CustomerActivity activity = Assert.Single(await Source("transaction_id,customer_id,order_date,amount,currency,order_id,sku,channel,event\nt1,17.0,2024-03-05T10:00:00+01:00,-12.50,gbp,o1,s1,web,refund\n").ActivitiesAsync());

        Assert.Equal(new RecordKey("shop", "t1"), activity.Key);
        Assert.Equal(Identifier.ForRecord("", "17"), activity.Customer);
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 10, 0, 0, TimeSpan.FromHours(1)), activity.At);
        Assert.Equal(new Money(-12.50m, "GBP"), activity.Value);
        Assert.Equal(("o1", "s1", "web", "refund"), (activity.Order, activity.Item, activity.Channel, activity.Type));
    }

    [Theory]
    [InlineData("customer_id,date,quantity,unit_price\n1,2024-01-01,3,1.5\n", 4.5)]
    [InlineData("customer_id,date,quantity,price\n1,2024-01-01,3,1.5\n", 4.5)]
    [InlineData("customer_id,date,price\n1,2024-01-01,1.5\n", 1.5)]
    [InlineData("customer_id,date,quantity,price,total\n1,2024-01-01,3,1.5,4\n", 4.0)]
    [InlineData("客户编号,日期,金额\n1,2024年1月1日,7\n", 7.0)]
    [InlineData("CustomerID,InvoiceDate,Revenue\n1,20240101,1E2\n", 100.0)]
    public async Task ReadAsync_MoneyColumns_GiveTheAmount(string text, double amount) =>
        Assert.Equal(new Money((decimal)amount, Money.NoCurrency), Assert.Single(await Source(text).ActivitiesAsync()).Value);

    [Theory]
    [InlineData("customer_id,date,amount,n,category\n1,2024-01-01,9,3,food\n", 9.0)]
    [InlineData("customer_id,date,unit_price,n,department\n1,2024-01-01,2,3,food\n", 6.0)]
    [InlineData("customer_id,date,n,类别\n1,2024-01-01,3,food\n", null)]
    public async Task ReadAsync_QuantityNamed_IsReadBesideTheMoney(string text, double? amount)
    {
        CustomerActivity activity = Assert.Single(await Source(text, options => options.Columns.Quantity("n")).ActivitiesAsync());

        Assert.Equal((3m, "food", (decimal?)amount), (activity.Quantity, activity.Category, activity.Value?.Amount));
    }

    [Fact]
    public async Task ReadAsync_QuantityAndPrice_KeepsTheQuantity() =>
        Assert.Equal(3m, Assert.Single(await Source("customer_id,date,quantity,price\n1,2024-01-01,3,1.5\n").ActivitiesAsync()).Quantity);

    [Theory]
    [InlineData("customer_id,date,amount\n,2024-01-01,1\n1,x,1\n1,,1\n1,2024-01-01,\"1,5\"\n1,2024-01-01,\n", "-missing-key@2 -invalid-value@3 -invalid-value@4 -invalid-value@5 +6")]
    [InlineData("customer_id,date,quantity,price\n1,2024-01-01,3,\n1,2024-01-01,9e20,9e20\n1,2024-01-01,,\n", "-invalid-value@2 -invalid-value@3 +4")]
    [InlineData("customer_id,date,amount,currency\n1,2024-01-01,1,£\n1,2024-01-01,1,\n", "-invalid-value@2 +3")]
    [InlineData("activity_id,customer_id,date\n,1,2024-01-01\na,1,2024-01-01\n", "-missing-key@2 +a")]
    public async Task ReadAsync_BadRows_AreRejectedAlone(string text, string outline) => Assert.Equal(outline, await Source(text).OutlineAsync());

    [Theory]
    [InlineData("date,amount\n2024-01-01,1\n", "Columns.Customer")]
    [InlineData("customer_id,amount\n1,1\n", "Columns.Time")]
    public async Task ReadAsync_ColumnMissing_SaysHowToNameIt(string text, string remedy)
    {
        SourceFormatException thrown = await Assert.ThrowsAsync<SourceFormatException>(() => Source(text).AllAsync());

        Assert.Equal(SourceFormatCodes.ColumnMissing, thrown.Code);
        Assert.Contains(remedy, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_NamedColumns_OverruleTheGuess()
    {
        CsvActivitySource source = Source("customer_id,openid,date,paid_on,amount,n,p\n1,o9,2024-01-01,2024-01-02,5,2,4\n", options =>
        {
            options.Columns.Customer("openid", "wechat.openid", "app1").Time("paid_on").QuantityAndUnitPrice("n", "p").Ignore("customer_id");
            (options.Currency, options.Type) = ("CNY", "order");
        });

        CustomerActivity activity = Assert.Single(await source.ActivitiesAsync());

        Assert.Equal(new Identifier("wechat.openid", "app1", "o9"), activity.Customer);
        Assert.Equal((2, new Money(8, "CNY"), "order"), (activity.At.Day, activity.Value!.Value, activity.Type));
    }

    [Fact]
    public async Task ReadAsync_OnlyAnOpenId_TellsTheCustomerInsideTheSource() =>
        Assert.Equal(new Identifier("wechat.openid", "shop", "o9"), Assert.Single(await Source("openid,date\no9,2024-01-01\n").ActivitiesAsync()).Customer);

    [Fact]
    public async Task ReadAsync_ZonelessTime_IsOfTheSourcesZone()
    {
        CsvActivitySource source = Source("customer_id,date\n1,1/2/2024 8:30 PM\n", options => options.Conventions = new SourceConventions
        {
            TimeZone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(8), null, null),
            DateOrder = DateOrder.MonthDayYear,
        });

        Assert.Equal(new DateTimeOffset(2024, 1, 2, 20, 30, 0, TimeSpan.FromHours(8)), Assert.Single(await source.ActivitiesAsync()).At);
    }

    [Fact]
    public async Task ReadMappingAsync_UnknownColumns_AreSaidToBeIgnored() => Assert.Equal(
        "CustomerID -> customer; InvoiceDate -> time; UnitPrice -> unit price; Quantity -> quantity; Country -> ignored; no key column: the position is the key",
        (await Source("CustomerID,InvoiceDate,UnitPrice,Quantity,Country\n").ReadMappingAsync()).Describe());

    [Fact]
    public void New_CurrencyThatIsNone_Throws() =>
        Assert.Throws<ArgumentException>(() => new CsvActivitySource("a.csv", new CsvActivityOptions { Currency = "pounds" }));
}
