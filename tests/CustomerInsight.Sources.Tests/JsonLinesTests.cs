using System.Text;

namespace CustomerInsight.Sources.Tests;

public class JsonLinesTests
{
    private static JsonLinesRecordSource Source(string text, Action<JsonLinesRecordOptions>? configure = null)
    {
        var options = new JsonLinesRecordOptions();
        configure?.Invoke(options);
        return new("app", Streams.Of(text), options);
    }

    [Fact]
    public async Task ReadAsync_NestedObjectsAndArrays_BecomeNamesAndValues()
    {
        SourceRecord record = Assert.Single(await Source("""{"id":7,"name":{"first":"Ann","last":"Lee"},"emails":["a@x.org","b@x.org","a@x.org"],"address":{"city":"Bath"},"vip":true,"gone":null,"unionid":"u1","score":1.50}""").RecordsAsync());

        Assert.Equal("7", record.Key.Id);
        Assert.Equal(("Ann", "Lee", "Bath"), (record["given_name"].First, record["family_name"].First, record["city"].First));
        Assert.Equal(["a@x.org", "b@x.org"], record["email"]);
        Assert.Equal(("true", "1.50"), (record["vip"].First, record["score"].First));
        Assert.True(record["gone"].IsNone);
        Assert.Equal([new Identifier("wechat.unionid", "", "u1")], record.Identifiers);
    }

    [Theory]
    [InlineData("{\"id\":1}\n{\"id\":2\n\n[1]\n5\n{\"id\":3}x\n{\"id\":4}\r\n", "+1 -malformed@2 -malformed@4 -malformed@5 -malformed@6 +4")]
    [InlineData("{\"id\":1}\n{\"name\":\"x\"}\n", "+1 -missing-key@2")]
    [InlineData("{\"id\":\"\\ud800\"}\n{\"id\":2}", "-invalid-encoding@1 +2")]
    [InlineData("{\"id\":[1,2]}\n{\"id\":2}", "-invalid-value@1 +2")]
    [InlineData("{\"id\":\"a\\u0000\"}\n{\"id\":2}", "-malformed@1 +2")]
    [InlineData("{\"name\":\"Ann\"}\n\n{}\n", "+1 +3")]
    [InlineData("", "")]
    public async Task ReadAsync_AnyLines_KeepsWhatIsGood(string text, string outline) => Assert.Equal(outline, await Source(text).OutlineAsync());

    [Fact]
    public async Task ReadAsync_InvalidBytes_RejectsThatLineOnly()
    {
        byte[] bytes = [.. "{\"id\":1}\n{\"id\":\""u8, 0xFF, .. "\"}\n{\"id\":3}\n"u8];

        Assert.Equal("+1 -invalid-encoding@2 +3", await new JsonLinesRecordSource("app", Streams.Of(Streams.Gzip(bytes))).OutlineAsync());
    }

    [Fact]
    public async Task ReadAsync_LineOverTheLimit_IsRejectedAlone()
    {
        string text = $"{{\"id\":1}}\n{{\"id\":\"{new string('x', 300_000)}\"}}\n{{\"id\":3}}\n{{\"id\":\"{new string('x', 300_000)}\"}}";

        Assert.Equal("+1 -field-too-long@2 +3 -field-too-long@4", await Source(text, options => options.MaxLineLength = 1000).OutlineAsync());
    }

    [Fact]
    public async Task ReadAsync_PropertySeenLate_ExtendsTheSchemaFromThereOn()
    {
        List<SourceRecord> records = await Source("{\"id\":1,\"email\":\"a@x\"}\n{\"id\":2}\n{\"id\":3,\"mail\":\"b@x\",\"foo\":1}\n{\"id\":4}\n", options => options.SampleLines = 2).RecordsAsync();

        Assert.Same(records[0].Schema, records[1].Schema);
        Assert.Equal(["email"], records[1].Schema.Attributes.Select(static attribute => attribute.Name));
        Assert.Equal(["email", "mail", "foo"], records[2].Schema.Attributes.Select(static attribute => attribute.Name));
        Assert.Equal(("b@x", "1"), (records[2]["mail"].First, records[2]["foo"].First));
        Assert.Same(records[2].Schema, records[3].Schema);
        Assert.Equal(AttributeKind.Email, records[3].Schema.Attributes[1].Kind);
    }

    [Fact]
    public async Task ReadAsync_AfterAnyCursor_GivesTheRest()
    {
        JsonLinesRecordSource source = Source("{\"id\":1,\"a\":1}\nbroken\n\n{\"id\":2,\"b\":1}\n{\"id\":3,\"B\":2}\n{\"id\":4,\"b_2\":2}\n", options => options.SampleLines = 1);
        List<RecordChange> all = await source.AllAsync();

        for (int i = 0; i < all.Count; i++)
        {
            Assert.Equal(all[(i + 1)..], await source.AllAsync(all[i].Cursor));
        }

        Assert.Equal(5, all.Count);
    }

    [Fact]
    public async Task ReadAsync_OneArray_SaysWhatToDo()
    {
        SourceFormatException thrown = await Assert.ThrowsAsync<SourceFormatException>(() => Source("\n [\n{\"id\":1}]").AllAsync());

        Assert.Equal(SourceFormatCodes.NotJsonLines, thrown.Code);
        Assert.Contains("a line of its own", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_TooManyProperties_RejectsTheLinesThatBringThem()
    {
        string wide = "{\"id\":1," + string.Join(',', Enumerable.Range(0, 5000).Select(static i => $"\"p{i}\":1")) + "}";

        Assert.Equal("+0 -malformed@2 +2", await Source("{\"id\":0}\n" + wide + "\n{\"id\":2}\n").OutlineAsync());
    }

    [Fact]
    public async Task ReadMappingAsync_FirstLines_TellsTheProperties() => Assert.Equal(
        "id -> key; name.first -> given_name (given-name); foo -> kept as text",
        (await Source("{\"id\":1,\"name\":{\"first\":\"Ann\"}}\n{\"foo\":null}\n").ReadMappingAsync()).Describe());

    [Fact]
    public async Task Activities_FromObjects_AreRead()
    {
        var source = new JsonLinesActivitySource("app", Streams.Of("{\"customer\":{\"id\":17},\"at\":\"x\",\"timestamp\":\"2024-01-02T03:04:05Z\",\"amount\":12.5,\"item\":\"s1\"}\n"));

        CustomerActivity activity = Assert.Single(await source.ActivitiesAsync());

        Assert.Equal((Identifier.ForRecord("", "17"), new Money(12.5m, "XXX"), "s1", "1"), (activity.Customer, activity.Value!.Value, activity.Item, activity.Key.Id));
    }

    [Fact]
    public async Task Activities_PropertySeenLate_FillsAFreePlace()
    {
        var source = new JsonLinesActivitySource("app", Streams.Of("{\"customer_id\":1,\"date\":\"2024-01-02\"}\n{\"customer_id\":1,\"date\":\"2024-01-02\",\"channel\":\"web\",\"platform\":\"ios\",\"amount\":3}\n"), new JsonLinesActivityOptions { SampleLines = 1 });

        List<CustomerActivity> activities = await source.ActivitiesAsync();

        Assert.Equal((null, null), (activities[0].Channel, activities[0].Value));
        Assert.Equal(("web", new Money(3, "XXX")), (activities[1].Channel, activities[1].Value));
    }

    [Fact]
    public void ReadAsync_RandomText_EndsWithOneChangeForEachLine() => Prop.ForAll(
        Gen.Elements("{}\"id:1,\n\n []\\u\0é".ToCharArray()).ArrayOf().ToArbitrary(),
        static units =>
        {
            string text = "{\"id\":0}\n" + new string(units);
            List<RecordChange> changes = new JsonLinesRecordSource("fuzz", Streams.Of(Encoding.UTF8.GetBytes(text))).AllAsync().GetAwaiter().GetResult();
            return changes.Count == text.Split('\n').Count(static line => line.Trim(' ', '\t', '\r').Length > 0);
        }).Check(Quick.Tests(1000));
}
