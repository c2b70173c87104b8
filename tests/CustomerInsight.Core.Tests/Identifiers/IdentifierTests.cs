namespace CustomerInsight;

public sealed class IdentifierTests
{
    [Fact]
    public void Equals_OtherScope_Differs() =>
        Assert.NotEqual(new Identifier("wechat.openid", "app1", "x"), new Identifier("wechat.openid", "app2", "x"));

    [Fact]
    public void CompareTo_Identifiers_IsOrdinalByTypeScopeValue()
    {
        Identifier[] sorted = [new("A", "b", "b"), new("a", "A", "z"), new("a", "a", "Z"), new("a", "a", "a")];

        Assert.Equal(sorted, sorted.Reverse().Order());
        Assert.True(sorted[0] < sorted[1] && sorted[1] > sorted[0] && sorted[0] <= sorted[1] && sorted[1] >= sorted[0]);
    }

    [Fact]
    public void ForRecord_Key_HasTheSourceAsScope() => Assert.Equal(new Identifier("record-key", "crm", "17"), Identifier.ForRecord("crm", "17"));

    [Fact]
    public void ToString_Identifier_NeverNamesTheValue()
    {
        Assert.Equal("wechat.openid in app1", new Identifier("wechat.openid", "app1", "secret").ToString());
        Assert.Equal("card", new Identifier("card", "", "secret").ToString());
    }
}
