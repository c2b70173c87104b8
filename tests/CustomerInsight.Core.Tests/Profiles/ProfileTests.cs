namespace CustomerInsight;

public sealed class ProfileTests
{
    private static readonly LineageEntry Winner = new(new RecordKey("crm", "1"), null, "secret");

    private static readonly Profile One = new(
        new ProfileId(42), EntityKind.Person, [new RecordKey("crm", "1")], [new ProfileField("city", "secret", "most recent", null, Winner, [])], []);

    [Fact]
    public void Index_Field_IsFoundByItsExactName()
    {
        Assert.Equal("secret", One["city"]!.Values.First);
        Assert.Null(One["City"]);
    }

    [Fact]
    public void Equals_SameContent_AreEqual()
    {
        Assert.Equal(One, One with { Records = [new RecordKey("crm", "1")], Fields = [One["city"]! with { Losers = [] }] });
        Assert.NotEqual(One, One with { Identifiers = [new Identifier("card", "", "1")] });
        Assert.Equal(One with { PreviousIds = [new ProfileId(43)] }, One with { PreviousIds = [new ProfileId(43)] });
        Assert.NotEqual(One, One with { PreviousIds = [new ProfileId(43)] });
        Assert.Empty(One.PreviousIds);
    }

    [Fact]
    public void ToString_Profile_NamesNoValue() => Assert.Equal("P0000042: 1 record(s), 1 field(s)", One.ToString());

    [Fact]
    public void ProfileId_Numbers_OrderAndPrint()
    {
        Assert.Equal("P12345678", new ProfileId(12_345_678).ToString());
        Assert.True(new ProfileId(2) < new ProfileId(10) && new ProfileId(10) > new ProfileId(2));
        Assert.True(new ProfileId(2) <= new ProfileId(2) && new ProfileId(2) >= new ProfileId(2));
        Assert.Equal(-1, new ProfileId(1).CompareTo(new ProfileId(2)));
    }
}
