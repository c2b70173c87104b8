namespace CustomerInsight;

public sealed class AttributeValuesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void Values_Blank_AreNone(string? value)
    {
        AttributeValues values = value;

        Assert.True(values.IsNone);
        Assert.True(values.Count == 0);
        Assert.Null(values.First);
        Assert.Equal(AttributeValues.None, values);
        Assert.Empty(values);
    }

    [Fact]
    public void Values_One_IsKeptAsItIs()
    {
        AttributeValues values = AttributeValues.FromString(" Ann ");

        Assert.Equal([" Ann "], values);
        Assert.Equal(" Ann ", values.First);
        Assert.Equal(" Ann ", values[0]);
    }

    [Fact]
    public void Of_Several_LeavesOutBlanksAndRepetitions()
    {
        AttributeValues values = AttributeValues.Of(["b", " ", "a", null, "b"]);

        Assert.Equal(["b", "a"], values);
        Assert.Equal("b", values.First);
        Assert.Equal("a", values[1]);
    }

    [Fact]
    public void Of_OneLeft_EqualsThatOne()
    {
        Assert.Equal(new AttributeValues("a"), AttributeValues.Of(["a", "a", ""]));
        Assert.Equal(AttributeValues.None, AttributeValues.Of([null]));
    }

    [Fact]
    public void Equals_OtherOrderOrCase_Differs()
    {
        Assert.True(AttributeValues.Of(["a", "b"]) == AttributeValues.Of(["a", "b"]));
        Assert.Equal(AttributeValues.Of(["a", "b"]).GetHashCode(), AttributeValues.Of(["a", "b"]).GetHashCode());
        Assert.True(AttributeValues.Of(["a", "b"]) != AttributeValues.Of(["b", "a"]));
        Assert.True(new AttributeValues("a") != new AttributeValues("A"));
        Assert.False(new AttributeValues("a").Equals((object)"a"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Index_Outside_Throws(int index)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributeValues.Of(["a", "b"])[index]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AttributeValues("a")[index]);
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributeValues.None[index]);
    }

    [Fact]
    public void ToString_Values_AreNotNamed() => Assert.Equal("2 value(s)", AttributeValues.Of(["secret", "b"]).ToString());
}
