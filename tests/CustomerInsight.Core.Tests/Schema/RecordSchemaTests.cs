namespace CustomerInsight;

public sealed class RecordSchemaTests
{
    private static readonly AttributeDefinition Email = new("email", AttributeKind.Email);
    private static readonly AttributeDefinition City = new("city", AttributeKind.City);
    private static readonly AttributeDefinition Town = new("town", AttributeKind.City);

    [Fact]
    public void IndexOf_Name_IsExact()
    {
        var schema = new RecordSchema([Email, City]);

        Assert.Equal(1, schema.IndexOf("city"));
        Assert.Equal(-1, schema.IndexOf("City"));
        Assert.Equal(-1, RecordSchema.Empty.IndexOf("city"));
    }

    [Fact]
    public void IndexesOf_Kind_GivesAllInOrder() => Assert.Equal([0, 2], new RecordSchema([City, Email, Town]).IndexesOf(AttributeKind.City));

    [Fact]
    public void Schema_NameTwiceOrBlank_Throws()
    {
        Assert.Throws<ArgumentException>(static () => new RecordSchema([City, City with { Kind = AttributeKind.Text }]));
        Assert.Throws<ArgumentException>(static () => new RecordSchema([City with { Name = " " }]));
    }

    [Fact]
    public void Union_Schemas_HasEachAttributeOnceSortedByName()
    {
        RecordSchema union = RecordSchema.Union([new([Town, Email]), new([Email, City])]);

        Assert.Equal([City, Email, Town], union.Attributes);
        Assert.Equal(union, RecordSchema.Union([new([Email, City]), new([Town, Email])]));
        Assert.Equal(RecordSchema.Empty, RecordSchema.Union([]));
    }

    [Fact]
    public void Union_KindsThatDiffer_SaysWhatToDo()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(static () => RecordSchema.Union([new([City]), new([City with { Kind = AttributeKind.Region }])]));

        Assert.Contains("'city'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'region'", error.Message, StringComparison.Ordinal);
        Assert.Contains("same kind", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equals_SameAttributesInOrder_AreEqual()
    {
        Assert.Equal(new RecordSchema([City, Email]), new RecordSchema([City, Email]));
        Assert.Equal(new RecordSchema([City, Email]).GetHashCode(), new RecordSchema([City, Email]).GetHashCode());
        Assert.NotEqual(new RecordSchema([City, Email]), new RecordSchema([Email, City]));
        Assert.False(RecordSchema.Empty.Equals("x"));
    }
}
