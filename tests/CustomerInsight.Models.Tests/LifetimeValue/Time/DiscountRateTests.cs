namespace CustomerInsight.Models.Tests;

public sealed class DiscountRateTests
{
    [Fact]
    public void Continuous_OutOfRange_IsRefused()
    {
        Assert.Contains("at most 1,000,000 a year", Assert.Throws<ArgumentOutOfRangeException>(() => DiscountRate.Continuous(TimeUnit.Day, 1e307)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscountRate.Continuous(TimeUnit.Year, 1_000_001));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscountRate.Continuous(TimeUnit.Year, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscountRate.Continuous(TimeUnit.Year, double.NaN));
        Assert.Equal(1_000_000, DiscountRate.Continuous(TimeUnit.Year, 1_000_000).ContinuousPerYear);
    }

    [Fact]
    public void FactorAt_AnyTime_IsAShare()
    {
        foreach (double perYear in (double[])[0, 1e-9, 0.1, 5, 1e6])
        {
            var rate = DiscountRate.Continuous(TimeUnit.Year, perYear);

            Assert.Equal(1, rate.FactorAt(Duration.Days(0)));
            Assert.Equal(Math.Exp(-perYear), rate.FactorAt(Duration.Years(1)));
            Assert.InRange(rate.FactorAt(Duration.Years(1_000_000)), 0, 1);
            Assert.Equal(perYear == 0 ? 1 : 0, rate.FactorAt(Duration.Forever));
            Assert.Throws<ArgumentOutOfRangeException>(() => rate.FactorAt(Duration.Days(-365)));
        }
    }
}
