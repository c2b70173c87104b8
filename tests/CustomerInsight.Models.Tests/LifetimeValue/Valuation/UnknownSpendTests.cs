using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

/// <summary>What is said of customers of whose spend, or of whom, nothing is known.</summary>
public sealed class UnknownSpendTests
{
    private static readonly LifetimeValueModel Model =
        new(new BgNbdModel(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week), new GammaGammaModel(6.25, 3.74, 15.44), "EUR", Duration.Days(365), DiscountRate.Annual(0.1));

    /// <summary>The fit learns nothing from such repeats, so the value takes in nothing of them either.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(-8)]
    public void Predict_RepeatsThatBroughtNothing_AreOfUnknownSpend(int repeatRevenue)
    {
        PurchaseSummary customer = Table(History("secret", Bought("secret", 100, 10m), Bought("secret", 50, 5m), Bought("secret", 10, 7m))).Customers[0] with { RepeatRevenue = repeatRevenue };

        Assert.Equal(Model.Spend.MeanSpend, Model.Predict(customer).ExpectedSpend);
        Assert.Equal(Model.Spend.MeanSpend, Model.Predict([customer])[0].ExpectedSpend);
        Assert.Equal(Model.Spend.MeanSpend, Model.Predict(PurchaseTable.FromSummaries([customer]).Customers)[0].ExpectedSpend);
        Assert.Contains("that of all customers, since this one's 2 repeat day(s) brought in nothing in all", Model.Predict(customer).Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_NullAmongCustomers_SaysWhere() => Assert.StartsWith(
        "The customer at 1 is null", Assert.Throws<ArgumentException>(() => Model.Predict([Table(History("a", Bought("a", 9, 1m))).Customers[0], null!])).Message, StringComparison.Ordinal);
}
