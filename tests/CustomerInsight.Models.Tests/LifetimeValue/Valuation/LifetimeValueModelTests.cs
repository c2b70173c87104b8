using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class LifetimeValueModelTests
{
    private static readonly BgNbdModel Buying = new(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week);
    private static readonly GammaGammaModel Spending = new(6.25, 3.74, 15.44);
    private static readonly PurchaseTable Customers = Drawn(200, 5);

    [Fact]
    public void Predict_Customer_IsTheSumOfDiscountedStepsTimesSpend()
    {
        LifetimeValueModel model = Model(365, 0.1, 30);
        Assert.All(Customers.Customers, customer =>
        {
            double value = 0;
            for (int start = 0; start < 365; start += 30)
            {
                int end = Math.Min(365, start + 30);
                double purchases = Buying.ExpectedPurchases(customer.Pattern, Duration.Days(end)) - Buying.ExpectedPurchases(customer.Pattern, Duration.Days(start));
                value += purchases * Math.Pow(1.1, -(start + end) / 730.0) * Spending.ExpectedSpend(customer.RepeatDays, (double)customer.MeanRepeatRevenue);
            }

            CloseTo.Relative(value, model.Predict(customer).Value, 1e-10);
        });
    }

    [Fact]
    public void Predict_Components_MultiplyUpToTheValue() => Assert.All(Model(365, 0.1, 30).Predict(Customers.Customers), value =>
    {
        CloseTo.Relative(value.ProbabilityAlive * value.PurchasesIfAlive * value.DiscountFactor * value.ExpectedSpend, value.Value, 1e-14);
        Assert.Equal(value.ProbabilityAlive * value.PurchasesIfAlive, value.ExpectedPurchases);
        Assert.InRange(value.DiscountFactor, 1 / 1.1, 1);
    });

    [Fact]
    public void Predict_Together_IsEachAlone()
    {
        LifetimeValueModel model = Model(365, 0.1, 30);

        Assert.Equal(Customers.Customers.Select(model.Predict), model.Predict(Customers.Customers));
    }

    [Fact]
    public void Predict_NoDiscount_HasTheFactorOne() =>
        Assert.All(Model(365, 0, 30).Predict(Customers.Customers), value => Assert.Equal(1, value.DiscountFactor, 1e-12));

    [Fact]
    public void Predict_ShorterSteps_ChangeLittle()
    {
        PurchaseSummary customer = Customers.Customers[0];

        CloseTo.Relative(Model(365, 0.1, 1).Predict(customer).Value, Model(365, 0.1, 30).Predict(customer).Value, 1e-4);
    }

    /// <summary>The numbers are those of the published formulas, evaluated apart from this library with 15 digits.</summary>
    [Fact]
    public void Explain_Value_NamesTheFactors() => Assert.Equal(
        """
        Value 34.59 EUR over the next 365 days, the product of
          0.7833 chance of still buying: 3 purchase day(s) in 100 days, the last 10 days ago
          4.0894 purchase days expected if still buying
          0.9595 since later money is worth less
          11.25 EUR expected on a purchase day: this customer's own mean is 6.00 EUR over 2 repeat day(s)
        """.ReplaceLineEndings("\n"),
        Model(365, 0.1, 30).Predict(Table(History("secret", Bought("secret", 100, 10m), Bought("secret", 50, 5m), Bought("secret", 10, 7m))).Customers[0]).Explain());

    [Fact]
    public void Explain_NoRepeat_SaysWhoseSpendItIs()
    {
        CustomerLifetimeValue value = Model(365, 0.1, 30).Predict(Table(History("secret", Bought("secret", 100, 10m))).Customers[0]);

        Assert.Contains("35.22 EUR expected on a purchase day: that of all customers", value.Explain(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", value.Explain() + value, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_OtherCurrency_Refuses() => Assert.Contains(
        "Fit a model for each currency",
        Assert.Throws<ArgumentException>(() => Model(365, 0.1, 30).Predict(Table(History("a", Bought("a", 3, 1m, currency: "USD"))).Customers[0])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Model_ImpossibleParts_Refuses()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Model(0, 0.1, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model(365, -0.1, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model(365, 0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimeValueModel(Buying, new GammaGammaModel(1, 1, 1), "EUR", 365, 0.1, 30));
        Assert.Throws<ArgumentException>(() => new LifetimeValueModel(Buying, Spending, "?", 365, 0.1, 30));
    }

    [Fact]
    public void Fit_DrawnCustomers_JoinsBothFits()
    {
        FitResult<LifetimeValueModel> fit = new LifetimeValueEstimator(new LifetimeValueOptions { HorizonDays = 90 }).Fit(Drawn(400, 11));

        Assert.True(fit.Report.Converged);
        Assert.Equal(["BG/NBD", "Gamma-Gamma"], fit.Report.Parts.Select(part => part.Model));
        Assert.Equal(fit.Report.Parts.Sum(part => part.LogLikelihood), fit.Report.LogLikelihood);
        Assert.Equal(90, fit.Model!.HorizonDays);
    }

    [Fact]
    public void Fit_TooLittleOrNotConverged_GivesNoModel()
    {
        FitResult<LifetimeValueModel> few = new LifetimeValueEstimator().Fit(Drawn(30, 11));
        FitResult<LifetimeValueModel> stopped = new LifetimeValueEstimator(new LifetimeValueOptions { Purchases = new BgNbdOptions { MaximumIterations = 1 } }).Fit(Drawn(400, 11));

        Assert.Equal((null, FitStatus.TooLittleData), (few.Model, few.Report.Status));
        Assert.Equal((null, FitStatus.NotConverged), (stopped.Model, stopped.Report.Status));
    }

    [Fact]
    public void Estimator_UnusableOptions_SaysWhatToSet()
    {
        static string Message(LifetimeValueOptions options) => Assert.Throws<ArgumentException>(() => new LifetimeValueEstimator(options)).Message;

        Assert.Contains("HorizonDays must be between 1 and 3650", Message(new LifetimeValueOptions { HorizonDays = 0 }), StringComparison.Ordinal);
        Assert.Contains("AnnualDiscountRate must be between 0 and 1", Message(new LifetimeValueOptions { AnnualDiscountRate = 1.3 }), StringComparison.Ordinal);
        Assert.Contains("AnnualDiscountRate must be between 0 and 1", Message(new LifetimeValueOptions { AnnualDiscountRate = double.NaN }), StringComparison.Ordinal);
        Assert.Contains("60 is more than HorizonDays (30)", Message(new LifetimeValueOptions { HorizonDays = 30, StepDays = 60 }), StringComparison.Ordinal);
        Assert.Contains("MaximumIterations must be between 1 and 100000", Message(new LifetimeValueOptions { Spend = new GammaGammaOptions { MaximumIterations = 0 } }), StringComparison.Ordinal);
        Assert.Contains("30 is more than MinimumCustomers (20)", Message(new LifetimeValueOptions { Purchases = new BgNbdOptions { MinimumCustomers = 20, MinimumRepeatCustomers = 30 } }), StringComparison.Ordinal);
    }

    private static LifetimeValueModel Model(int horizon, double rate, int step) => new(Buying, Spending, "EUR", horizon, rate, step);
}
