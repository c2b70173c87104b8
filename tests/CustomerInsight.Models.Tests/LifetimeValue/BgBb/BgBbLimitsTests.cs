namespace CustomerInsight.Models.Tests;

/// <summary>Numbers of opportunities and of customers at the ends of their ranges.</summary>
public sealed class BgBbLimitsTests
{
    private static readonly BgBbModel Model = new(1.2, 0.75, 0.66, 2.78, Duration.Years(1));

    [Fact]
    public void Ask_TooManyOpportunities_IsRefused()
    {
        Assert.Contains("at most 100000", Assert.Throws<ArgumentOutOfRangeException>(() => Model.ExpectedPurchases(int.MaxValue)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.DiscountedPurchases(default, 100_001, DiscountRate.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.ProbabilityOf(1, int.MaxValue));
        Assert.InRange(Model.ExpectedPurchases(100_000), Model.ExpectedPurchases(1_000), 100_000);
    }

    [Fact]
    public void Counts_MoreThanAnInt_AreRefused()
    {
        var pattern = new OpportunityPattern(1, 2, 5);

        Assert.Contains("2147483648 customers together", Assert.Throws<ArgumentException>(() => new BgBbEstimator().Fit([new(pattern, int.MaxValue), new(pattern, 1)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new BgBbEstimator().Fit([new(pattern, int.MaxValue), new(new OpportunityPattern(5, 4, 3), 1)]));
    }
}
