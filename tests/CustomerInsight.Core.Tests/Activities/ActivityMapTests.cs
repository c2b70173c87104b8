namespace CustomerInsight;

public sealed class ActivityMapTests
{
    private static readonly DateTime Noon = new(2024, 5, 1, 12, 0, 0);

    private static readonly ActivityMap<Order> Map = ActivityMap.For<Order>("shop")
        .Key(o => o.Id).Customer(o => o.CustomerId, source: "crm").At(o => o.PlacedOn).Value(o => o.Total, "GBP")
        .Order(o => o.Basket).Channel("web").Item(o => o.Item);

    [Fact]
    public async Task ReadAsync_Order_IsAPurchase()
    {
        CustomerActivity activity = (await ReadAsync(Map, new Order(7, 42, Noon, 12.5m) { Basket = "b", Item = "i" })).Activity!;

        Assert.Equal(new RecordKey("shop", "7"), activity.Key);
        Assert.Equal(Identifier.ForRecord("crm", "42"), activity.Customer);
        Assert.Equal(ActivityTypes.Purchase, activity.Type);
        Assert.Equal(new DateTimeOffset(Noon, TimeSpan.Zero), activity.At);
        Assert.Equal(new Money(12.5m, "GBP"), activity.Value);
        Assert.Equal(("b", "web", "i", ""), (activity.Order, activity.Channel, activity.Item, activity.Tenant));
    }

    [Fact]
    public async Task ReadAsync_CategoryAndQuantity_AreRead()
    {
        ActivityMap<Order> map = Map.Category(o => o.Item).Quantity(o => o.Id);

        CustomerActivity activity = (await ReadAsync(map, new Order(7, 42, Noon, 12.5m) { Item = "food" })).Activity!;
        CustomerActivity blank = (await ReadAsync(map.Quantity(_ => null), new Order(7, 42, Noon, 12.5m) { Item = " " })).Activity!;

        Assert.Equal(("food", 7m), (activity.Category, activity.Quantity));
        Assert.Equal((null, null), (blank.Category, blank.Quantity));
    }

    [Fact]
    public async Task ReadAsync_OtherMapping_IsFollowed()
    {
        var east = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(8), null, null);
        ActivityMap<Order> map = Map.Key(o => $"k{o.Id}").CustomerIdentifier("wechat.unionid", "open", o => o.Item).Type("visit").Tenant("t").Channel(_ => " ")
            .Value(o => o.Total, o => o.Basket).Conventions(new SourceConventions { TimeZone = east });
        CustomerActivity activity = (await ReadAsync(map, new Order(7, null, Noon, 3m) { Basket = "EUR", Item = "u" })).Activity!;

        Assert.Equal("k7", activity.Key.Id);
        Assert.Equal(new Identifier("wechat.unionid", "open", "u"), activity.Customer);
        Assert.Equal("visit", activity.Type);
        Assert.Equal(new DateTimeOffset(Noon, TimeSpan.FromHours(8)), activity.At);
        Assert.Equal(new Money(3m, "EUR"), activity.Value);
        Assert.Equal("t", activity.Tenant);
        Assert.Null(activity.Channel);
    }

    [Fact]
    public async Task ReadAsync_NoMoney_HasNoValue() =>
        Assert.Null((await ReadAsync(Map, new Order(7, 42, Noon, null))).Activity!.Value);

    [Fact]
    public async Task ReadAsync_NoCurrency_IsUnmarked() =>
        Assert.Equal(new Money(3m, Money.NoCurrency), (await ReadAsync(Map.Value(o => o.Total, o => o.Basket), new Order(7, 42, Noon, 3m))).Activity!.Value);

    [Fact]
    public async Task ReadAsync_BadRows_AreRejectedWithoutTheirValues()
    {
        Assert.Equal(RejectionCodes.MissingKey, await RejectionAsync(Map, new Order(null, 42, Noon, 1m)));
        Assert.Equal(RejectionCodes.MissingKey, await RejectionAsync(Map, new Order(7, null, Noon, 1m)));
        Assert.Equal(RejectionCodes.InvalidValue, await RejectionAsync(Map, new Order(7, 42, default, 1m)));
        Assert.Equal(RejectionCodes.InvalidValue, await RejectionAsync(Map.Type(o => o.Item), new Order(7, 42, Noon, 1m)));
        Assert.Equal(RejectionCodes.InvalidValue, await RejectionAsync(Map.Value(o => o.Total, o => "secret"), new Order(7, 42, Noon, 1m)));
        Assert.Equal(RejectionCodes.MappingFailed, await RejectionAsync(Map.Item(_ => throw new FormatException("secret")), new Order(7, 42, Noon, 1m)));
    }

    [Fact]
    public async Task ReadAsync_FromACursor_GoesOnThere()
    {
        IActivitySource source = Map.From([new Order(1, 1, Noon, 1m), new Order(null, 1, Noon, 1m), new Order(3, 1, Noon, 1m)]);
        List<ActivityChange> all = await ReadAllAsync(source, SourceCursor.Start);

        Assert.Equal([1L, 2L, 3L], all.Select(static change => long.Parse(change.Cursor.Value!, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(all.Skip(2), await ReadAllAsync(source, all[1].Cursor));
        Assert.Equal("shop", source.Name);
    }

    [Fact]
    public void From_MapWithoutKeyCustomerOrTime_SaysWhatToCall()
    {
        ActivityMap<Order> map = ActivityMap.For<Order>("shop");

        Assert.Contains("Call Key(...)", Assert.Throws<InvalidOperationException>(() => map.From([])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => map.Key(o => o.Id).Customer(o => o.CustomerId).From([]));
        Assert.Throws<InvalidOperationException>(() => map.Key(o => o.Id).At(o => o.PlacedOn).From([]));
        Assert.Throws<InvalidOperationException>(() => map.Customer(o => o.CustomerId).At(o => o.PlacedOn).From([]));
    }

    [Fact]
    public void Value_NoCurrencyCode_Throws()
    {
        Assert.Throws<ArgumentException>(static () => Map.Value(o => o.Total, "pound"));
        Assert.Throws<ArgumentException>(static () => ActivityMap.For<Order>(""));
        Assert.Throws<ArgumentException>(static () => Map.Type(" "));
    }

    private static async Task<string> RejectionAsync(ActivityMap<Order> map, Order order)
    {
        RowRejection rejection = (await ReadAsync(map, order)).Rejection!;
        Assert.Equal(1, rejection.Position);
        Assert.DoesNotContain("secret", rejection.Message, StringComparison.Ordinal);
        return rejection.Code;
    }

    private static async Task<ActivityChange> ReadAsync(ActivityMap<Order> map, Order order) => Assert.Single(await ReadAllAsync(map.From([order]), SourceCursor.Start));

    private static async Task<List<ActivityChange>> ReadAllAsync(IActivitySource source, SourceCursor after)
    {
        var changes = new List<ActivityChange>();
        await foreach (ActivityChange change in source.ReadAsync(after, CancellationToken.None))
        {
            changes.Add(change);
        }

        return changes;
    }

    private sealed record Order(int? Id, int? CustomerId, DateTime PlacedOn, decimal? Total)
    {
        public string? Basket { get; init; }

        public string? Item { get; init; }
    }
}
