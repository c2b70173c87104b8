namespace CustomerInsight.Testing.Tests;

public class FormsTests
{
    [Theory]
    [InlineData(SyntheticPhoneStyle.International, "+44 7911 123456")]
    [InlineData(SyntheticPhoneStyle.National, "07911123456")]
    [InlineData(SyntheticPhoneStyle.NationalSpaced, "07911 123 456")]
    public void BritishPhone_Style_IsWrittenInIt(SyntheticPhoneStyle style, string expected) =>
        Assert.Equal(expected, PhoneForms.British(style, "7911123456"));

    [Fact]
    public void ChinesePhone_ManyDraws_AreThreeFormsOfOneNumber()
    {
        var random = new SeededRandom(1);

        Assert.Equal(
            ["+86 139 1234 5678", "+86-13912345678", "+8613912345678"],
            Enumerable.Range(0, 60).Select(_ => PhoneForms.Chinese(random, "13912345678")).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void VaryStreet_ManyDraws_AreShortAboutOneInFour()
    {
        var random = new SeededRandom(2);
        string[] streets = [.. Enumerable.Range(0, 2_000).Select(_ => StreetForms.Vary(random, "12 Church Road"))];

        Assert.Equal(["12 Church Rd", "12 Church Road"], streets.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(0.25, streets.Count(static street => street == "12 Church Rd") / 2_000.0, 0.05);
    }

    [Fact]
    public void VaryStreet_KindWithoutShortForm_Stays()
    {
        var random = new SeededRandom(3);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal("Room 1, 5 Mill Way", StreetForms.Vary(random, "Room 1, 5 Mill Way")));
    }

    [Fact]
    public void Email_SameNameManyTimes_IsNeverGivenTwice()
    {
        var random = new SeededRandom(4);
        var factory = new EmailFactory();
        string[] emails = [.. Enumerable.Range(0, 3_000).Select(_ => factory.Draw(random, "John", "Smith", 1980, chinese: false))];

        Assert.Equal(emails.Length, emails.Distinct().Count());
        Assert.All(emails, static email => Assert.Matches(@"^[a-z]+[._]?[a-z]*[0-9]*@[a-z]+\.example$", email));
    }

    [Fact]
    public void OpenId_SamePersonAndApp_IsTheSameAndAnotherInAnotherApp()
    {
        Assert.Equal(WeChatIds.OpenId("oUnion", "wx1"), WeChatIds.OpenId("oUnion", "wx1"));
        Assert.NotEqual(WeChatIds.OpenId("oUnion", "wx1"), WeChatIds.OpenId("oUnion", "wx2"));
        Assert.NotEqual(WeChatIds.OpenId("oUnion", "wx1"), WeChatIds.OpenId("oOther", "wx1"));
    }

    [Fact]
    public void HomeAt_BeforeAndAfterTheMove_IsTheOldAndTheNew()
    {
        var moved = new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var now = new Address("新", "now", "1");
        var nowLatin = new Address("new", "now", "1");
        var before = new Address("旧", "before", "2");
        var beforeLatin = new Address("old", "before", "2");
        var home = new Home(now, nowLatin, before, beforeLatin, moved, null);

        Assert.Same(before, home.At(moved.AddTicks(-1), latin: false));
        Assert.Same(beforeLatin, home.At(moved.AddTicks(-1), latin: true));
        Assert.Same(now, home.At(moved, latin: false));
        Assert.Same(nowLatin, home.At(moved, latin: true));
    }

    [Fact]
    public void Leave_FromTheParents_KeepsTheirAddressAsTheOldOne()
    {
        var random = new SeededRandom(5);
        DateTimeOffset from = DateTimeOffset.UnixEpoch;
        Home parents = HomeFactory.Draw(random, chinese: false, from, TimeSpan.FromDays(100));

        Home own = HomeFactory.Leave(random, parents, chinese: false, from, TimeSpan.FromDays(100));

        Assert.Same(parents.Now, own.Before);
        Assert.NotEqual(parents.Now, own.Now);
        Assert.InRange(own.MovedAt, from, from.AddDays(100));
        Assert.Equal(parents.Landline, own.Landline);
    }
}
