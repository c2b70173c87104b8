namespace CustomerInsight.Matching.Tests;

public class ValuePartTests
{
    [Theory]
    [InlineData("robert", "r163")]
    [InlineData("rupert", "r163")]
    [InlineData("ashcraft", "a261")]
    [InlineData("tymczak", "t522")]
    [InlineData("pfister", "p236")]
    [InlineData("honeyman", "h555")]
    [InlineData("lee", "l000")]
    public void Soundex_NamesOfTheArchives_HaveTheirCodes(string name, string code) => Assert.Equal(code, Soundex.Of(name));

    [Theory]
    [InlineData("")]
    [InlineData("王")]
    [InlineData("4ever")]
    public void Soundex_NotALatinName_HasNoCode(string name) => Assert.Null(Soundex.Of(name));

    [Theory]
    [InlineData("1980-04-05", "1980-04-05", "1980-04", null)]
    [InlineData("1980-04-00", null, "1980-04", "partial")]
    [InlineData("1980-00-05", null, null, "partial")]
    [InlineData("1980-02-30", null, "1980-02", null)]
    [InlineData("1980-20-05", null, null, null)]
    [InlineData("1980-04", null, "1980-04", "partial")]
    [InlineData("1980", null, null, "partial")]
    public void Parts_OfDates_AreWhatTheDateTells(string date, string? day, string? month, string? partial)
    {
        Assert.Equal(day, ValuePart.Date.Of(date));
        Assert.Equal(month, ValuePart.YearAndMonth.Of(date));
        Assert.Equal(partial, ValuePart.PartialDate.Of(date));
        Assert.Equal("1980", ValuePart.Year.Of(date));
    }

    [Fact]
    public void Parts_OfValues_AreWhatTheyAreCalled()
    {
        Assert.Equal("abc", ValuePart.Prefix(3).Of("abcdef"));
        Assert.Equal("ab", ValuePart.Prefix(3).Of("ab"));
        Assert.Equal("1980", ValuePart.Year.Of("1980-04-05"));
        Assert.Equal("ann.lee", ValuePart.EmailUser.Of("ann.lee@a.com"));
        Assert.Null(ValuePart.EmailUser.Of("@a.com"));
        Assert.Equal("def", ValuePart.Suffix(3).Of("abcdef"));
        Assert.Equal("0123", ValuePart.LastDigits(4).Of("+44 7700 900-123"));
        Assert.Null(ValuePart.LastDigits(4).Of("12a3"));
        Assert.Equal("04-05", ValuePart.MonthAndDay.Of("1980-04-05"));
        Assert.Null(ValuePart.MonthAndDay.Of("1980-01-01"));
        Assert.Throws<ArgumentOutOfRangeException>(() => ValuePart.Prefix(0));
        Assert.All(["", "%Y%m", "%Y%m%d%d", "%Y%m%b", "%Y%m%d %", "%Y%m%dT", "%y%m%d"], static format => Assert.Throws<ArgumentException>(() => ValuePart.DateIn(format)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ValuePart.Suffix(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ValuePart.LastDigits(0));
    }

    [Fact]
    public void Make_TheSamePartTwice_IsOneObject()
    {
        Assert.Same(ValuePart.Prefix(3), ValuePart.Prefix(3));
        Assert.Same(ValuePart.Suffix(3), ValuePart.Suffix(3));
        Assert.Same(ValuePart.WithoutLast(3), ValuePart.WithoutLast(3));
        Assert.Same(ValuePart.LastDigits(3), ValuePart.Find("last 3 digits"));
        Assert.Same(ValuePart.Pattern("a(b)", 1), ValuePart.Pattern("a(b)", 1));
        Assert.NotSame(ValuePart.Pattern("a(b)"), ValuePart.Pattern("a(b)", 1));
    }
}
