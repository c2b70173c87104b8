namespace CustomerInsight;

public sealed class SourceRecordTests
{
    private static readonly RecordSchema Schema = new([new("email", AttributeKind.Email), new("city", AttributeKind.City)]);

    [Fact]
    public void Record_Values_AreCopiedAndFoundByName()
    {
        AttributeValues[] values = ["a@b.c", "Leeds"];
        var record = new SourceRecord(Schema, new RecordKey("crm", "1"), values);
        values[1] = "York";

        Assert.Equal("Leeds", record["city"].First);
        Assert.True(record["nothing"].IsNone);
        Assert.Equal(2, record.Values.Length);
    }

    [Fact]
    public void Equals_EverythingTheSame_AreEqual()
    {
        Assert.Equal(Make(), Make());
        Assert.Equal(Make().GetHashCode(), Make().GetHashCode());
        Assert.True(Make().Equals((object)Make()));
        Assert.NotEqual(Make(), Make(city: "York"));
        Assert.NotEqual(Make(), Make(id: "2"));
        Assert.NotEqual(Make(), Make(card: "2"));
        Assert.NotEqual(Make(), Make(tenant: "t"));
        Assert.NotEqual(Make(), Make(kind: EntityKind.Household));
        Assert.NotEqual(Make(), Make(day: 2));
        Assert.False(Make().Equals(null));
    }

    [Fact]
    public void Record_NotOneEntryForEachAttribute_Throws() =>
        Assert.Throws<ArgumentException>(static () => new SourceRecord(Schema, new RecordKey("crm", "1"), ["a"]));

    [Theory]
    [InlineData("", "1")]
    [InlineData("crm", " ")]
    [InlineData(null, "1")]
    public void Record_BlankKey_Throws(string? source, string id) =>
        Assert.ThrowsAny<ArgumentException>(() => new SourceRecord(RecordSchema.Empty, new RecordKey(source!, id), []));

    [Fact]
    public void ToString_Record_NamesItsSourceOnly()
    {
        string text = Make(id: "secret", city: "hidden").ToString();

        Assert.Contains("crm", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", text, StringComparison.Ordinal);
    }

    private static SourceRecord Make(string id = "1", string city = "Leeds", string card = "1", string tenant = "", EntityKind kind = EntityKind.Person, int day = 1) =>
        new(new RecordSchema(Schema.Attributes), new RecordKey("crm", id), ["a@b.c", city])
        {
            Tenant = tenant,
            EntityKind = kind,
            ObservedAt = new DateTimeOffset(2024, 1, day, 0, 0, 0, TimeSpan.Zero),
            Identifiers = [new Identifier("card", "", card)],
        };
}
