using System.Globalization;

namespace CustomerInsight;

public sealed class MoneyTests
{
    [Fact]
    public void Add_SameCurrency_AddsExactly()
    {
        Assert.Equal(new Money(0.3m, "GBP"), new Money(0.1m, "GBP") + new Money(0.2m, "GBP"));
        Assert.Equal(new Money(-1m, "GBP"), Money.Add(new Money(1m, "GBP"), new Money(-2m, "GBP")));
    }

    [Fact]
    public void Add_OtherCurrency_SaysWhatToDo()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(static () => new Money(1m, "GBP") + new Money(1m, "EUR"));

        Assert.Contains("GBP and EUR", error.Message, StringComparison.Ordinal);
        Assert.Contains("Convert", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GBP", true)]
    [InlineData("XXX", true)]
    [InlineData("gbp", false)]
    [InlineData("GB", false)]
    [InlineData("GBPS", false)]
    [InlineData("GB1", false)]
    [InlineData("ＧＢＰ", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsCurrencyCode_Text_WantsThreeCapitals(string? code, bool expected) => Assert.Equal(expected, Money.IsCurrencyCode(code));

    [Fact]
    public void ToString_AnyCulture_IsInvariant()
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("1,234.50 GBP", new Money(1234.5m, "GBP").ToString());
            Assert.Equal("-3.00", new Money(-3m, Money.NoCurrency).ToString());
            Assert.Equal("0.00", default(Money).ToString());
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
