using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class LifetimeValueModelTests
{
    private static readonly BgNbdModel Buying = new(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week);
    private static readonly GammaGammaModel Spending = new(6.25, 3.74, 15.44);
    private static readonly PurchaseTable Customers = Drawn(60, 5);

    [Fact]
    public void Predict_Customer_IsTheSumOfDiscountedDaysTimesSpend()
    {
        LifetimeValueModel model = Model(Duration.Days(365), 0.1);
        Assert.All(Customers.Customers.Take(40), customer =>
        {
            double value = 0;
            double before = 0;
            for (int day = 0; day < 365; day++)
            {
                double total = Buying.ExpectedPurchases(customer.Pattern, Duration.Days(day + 1));
                value += (total - before) * Math.Pow(1.1, -(day + 0.5) / 365) * Spending.ExpectedSpend(customer.RepeatDays, (double)customer.MeanRepeatRevenue);
                before = total;
            }

            CloseTo.Relative(value, model.Predict(customer).Value, 1e-7);
        });
    }

    [Fact]
    public void Predict_Components_MultiplyUpToTheValue() => Assert.All(Model(Duration.Days(365), 0.1).Predict(Customers.Customers), value =>
    {
        CloseTo.Relative(value.ProbabilityAlive * value.PurchasesIfAlive * value.DiscountFactor * value.ExpectedSpend, value.Value, 1e-14);
        Assert.Equal(value.ProbabilityAlive * value.PurchasesIfAlive, value.ExpectedPurchases);
        Assert.InRange(value.DiscountFactor, 1 / 1.1, 1);
        Assert.Equal(value.ProbabilityAlive * value.DiscountedPurchasesIfAlive * value.ExpectedSpend, value.Value);
    });

    [Fact]
    public void Predict_Together_IsEachAlone() => Assert.All(Model(Duration.Days(365), 0.1).Predict(Customers.Customers), value =>
    {
        CustomerLifetimeValue alone = Model(Duration.Days(365), 0.1).Predict(value.Purchases);
        Assert.Equal((value.Purchases, value.Horizon, value.ExpectedSpend), (alone.Purchases, alone.Horizon, alone.ExpectedSpend));
        CloseTo.Relative(alone.ProbabilityAlive, value.ProbabilityAlive, 1e-11);
        CloseTo.Relative(alone.PurchasesIfAlive, value.PurchasesIfAlive, 1e-11);
        CloseTo.Relative(alone.DiscountedPurchasesIfAlive, value.DiscountedPurchasesIfAlive, 1e-11);
        CloseTo.Relative(alone.Value, value.Value, 1e-11);
    });

    [Fact]
    public void Predict_AmongOthers_DependsOnTheCustomerAlone()
    {
        LifetimeValueModel model = Model(Duration.Days(365), 0.1);
        PurchaseSummary[] some = [.. Customers.Customers.Where((_, i) => i % 13 == 5)];

        Assert.Equal(model.Predict(Customers.Customers).Where((_, i) => i % 13 == 5), model.Predict(some));
    }

    [Fact]
    public void Predict_NoDiscount_HasTheFactorOne() =>
        Assert.All(Model(Duration.Days(365), 0).Predict(Customers.Customers), value => Assert.Equal(1, value.DiscountFactor, 1e-12));

    [Theory]
    [InlineData(TimeUnit.Week)]
    [InlineData(TimeUnit.Month)]
    [InlineData(TimeUnit.Year)]
    public void Predict_OtherUnits_ChangeNothing(TimeUnit unit)
    {
        var other = new LifetimeValueModel(Buying.In(unit), Spending, "EUR", new Duration(Duration.Days(365).In(unit), unit), DiscountRate.Continuous(unit, DiscountRate.Annual(0.1).ContinuousPer(unit)));

        Assert.All(
            Customers.Customers.Take(20),
            customer => CloseTo.Relative(Model(Duration.Days(365), 0.1).Predict(customer).Value, other.Predict(customer).Value, 1e-10));
    }

    /// <summary>
    /// The documentation of lifetimes 0.11 gives 140.096 as the value in 12 months of the first customer of CDNOW: a weekly model asked about 12 times 30 weeks and discounted
    /// by a month for each 30. The customer is worth 36.46, which was computed apart from this library with 40 digits.
    /// </summary>
    [Fact]
    public void Predict_WeeklyModel_IsNotAskedAboutDays()
    {
        var buying = new BgNbdModel(0.24259290592687816, 4.413531528311114, 0.7928861413906351, 2.4257534118647146, TimeUnit.Week);
        var spending = new GammaGammaModel(6.248802296664529, 3.7445883593550073, 15.447748094679566);
        var pattern = RepeatPattern.Of(2, Duration.Weeks(30.43), Duration.Weeks(38.86));
        DiscountRate rate = DiscountRate.Per(TimeUnit.Month, 0.01);
        double spend = spending.ExpectedSpend(2, 22.35);

        double mistaken = Enumerable.Range(1, 12).Sum(i => spend / Math.Pow(1.01, i)
            * (buying.ExpectedPurchases(pattern, Duration.Weeks(30 * i)) - buying.ExpectedPurchases(pattern, Duration.Weeks(30 * (i - 1)))));
        double right = spend * buying.ProbabilityAlive(pattern) * buying.DiscountedPurchasesIfAlive(pattern, Duration.Months(12), rate);

        Assert.Equal(140.0962, mistaken, 1e-4);
        CloseTo.Relative(36.46234089582731740583, right, 1e-9);
    }

    [Fact]
    public void Predict_ForEver_IsTheLimitOfLongHorizons()
    {
        Assert.All(Customers.Customers.Take(20), customer =>
        {
            double forEver = Model(Duration.Forever, 0.1).Predict(customer).Value;
            CloseTo.Relative(forEver, Model(Duration.Years(400), 0.1).Predict(customer).Value, 1e-9);
            Assert.True(forEver >= Model(Duration.Years(1), 0.1).Predict(customer).Value);
        });
    }

    [Fact]
    public void Predict_TableOrItsRows_IsTheSame()
    {
        LifetimeValueModel model = Model(Duration.Days(90), 0.1);

        Assert.Equal(model.Predict(Customers.Customers), model.Predict([.. Customers.Customers]));
        Assert.Empty(model.Predict([]));
        Assert.Empty(model.Predict(PurchaseTable.Empty.Customers));
    }

    [Fact]
    public void Predict_ModelOfTheHost_IsAskedForEachCustomer() => Assert.Equal(
        Model(Duration.Days(365), 0.1).Predict(Customers.Customers).Select(value => (value.Customer, 0.5, 3.0, 3.0 * 0.5 * value.ExpectedSpend)),
        new LifetimeValueModel(new OwnModel(), Spending, "EUR", Duration.Days(365), DiscountRate.Annual(0.1)).Predict(Customers.Customers)
            .Select(value => (value.Customer, value.ProbabilityAlive, value.DiscountedPurchasesIfAlive, value.Value)));

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
        Model(Duration.Days(365), 0.1).Predict(Table(History("secret", Bought("secret", 100, 10m), Bought("secret", 50, 5m), Bought("secret", 10, 7m))).Customers[0]).Explain());

    /// <summary>The number of purchases has no end for ever, so that it is not told; computed apart from this library with 40 digits.</summary>
    [Fact]
    public void Explain_ForEver_NamesTheFactors() => Assert.Equal(
        """
        Value 116.32 EUR for ever, the product of
          0.7833 chance of still buying: 3 purchase day(s) in 100 days, the last 10 days ago
          13.1954 purchase days expected if still buying, later ones counted less since later money is worth less
          11.25 EUR expected on a purchase day: this customer's own mean is 6.00 EUR over 2 repeat day(s)
        """.ReplaceLineEndings("\n"),
        Model(Duration.Forever, 0.1).Predict(Table(History("secret", Bought("secret", 100, 10m), Bought("secret", 50, 5m), Bought("secret", 10, 7m))).Customers[0]).Explain());

    [Fact]
    public void Explain_NoRepeat_SaysWhoseSpendItIs()
    {
        CustomerLifetimeValue value = Model(Duration.Days(365), 0.1).Predict(Table(History("secret", Bought("secret", 100, 10m))).Customers[0]);

        Assert.Contains("35.22 EUR expected on a purchase day: that of all customers", value.Explain(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", value.Explain() + value, StringComparison.Ordinal);
    }

    [Fact]
    public void PredictInterval_Customers_IsThatOfThePredictionIntervals()
    {
        LifetimeValueModel model = Model(Duration.Days(365), 0.1);
        PurchaseTable few = Drawn(5, 3);
        var intervals = new PredictionIntervals(Buying, Spending, new PredictionIntervalOptions { Level = 0.8 });

        Assert.Equal(few.Customers.Select(customer => intervals.Spend(customer.Pattern, customer.Spend, Duration.Days(365))), model.PredictIntervals(few, 0.8));
        Assert.Equal(few.Customers.Select(customer => model.PredictInterval(customer, 0.8)), model.PredictIntervals(few, 0.8));
        Assert.All(model.PredictIntervals(few), interval => Assert.True(interval.Low < interval.High && interval.Level == 0.9));
        Assert.Empty(model.PredictIntervals(PurchaseTable.Empty));
        Assert.Contains("Make a model of a horizon", Assert.Throws<InvalidOperationException>(() => Model(Duration.Forever, 0.1).PredictInterval(few.Customers[0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => model.PredictInterval(few.Customers[0], 1));
    }

    [Fact]
    public void Predict_OtherCurrency_Refuses() => Assert.Contains(
        "Fit a model for each currency",
        Assert.Throws<ArgumentException>(() => Model(Duration.Days(365), 0.1).Predict(Table(History("a", Bought("a", 3, 1m, currency: "USD"))).Customers[0])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Model_ImpossibleParts_Refuses()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Model(Duration.Days(0), 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model(Duration.Days(double.NaN), 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model(Duration.Forever, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimeValueModel(Buying, new GammaGammaModel(1, 1, 1), "EUR", Duration.Days(365), DiscountRate.None));
        Assert.Throws<ArgumentException>(() => new LifetimeValueModel(Buying, Spending, "?", Duration.Days(365), DiscountRate.None));
    }

    [Fact]
    public void Fit_DrawnCustomers_JoinsBothFits()
    {
        FitResult<LifetimeValueModel> fit = new LifetimeValueEstimator(new LifetimeValueOptions { Horizon = Duration.Days(90) }).Fit(Drawn(400, 11));

        Assert.True(fit.Report.Converged);
        Assert.Equal(["BG/NBD", "Gamma-Gamma"], fit.Report.Parts.Select(part => part.Model));
        Assert.Equal(fit.Report.Parts.Sum(part => part.LogLikelihood), fit.Report.LogLikelihood);
        Assert.Equal(Duration.Days(90), fit.Model!.Horizon);
        Assert.Equal("frequency-spend-correlation", Assert.Single(fit.Report.Figures).Name);
    }

    [Fact]
    public void Fit_TooLittleOrNotConverged_GivesNoModel()
    {
        FitResult<LifetimeValueModel> few = new LifetimeValueEstimator().Fit(Drawn(30, 11));
        FitResult<LifetimeValueModel> stopped = new LifetimeValueEstimator(new LifetimeValueOptions { Purchases = new PurchaseModelOptions { MaximumIterations = 1 } }).Fit(Drawn(400, 11));

        Assert.Equal((null, FitStatus.TooLittleData), (few.Model, few.Report.Status));
        Assert.Equal((null, FitStatus.NotConverged), (stopped.Model, stopped.Report.Status));
    }

    [Fact]
    public void Estimator_UnusableOptions_SaysWhatToSet()
    {
        static string Message(LifetimeValueOptions options) => Assert.Throws<ArgumentException>(() => new LifetimeValueEstimator(options)).Message;

        Assert.Contains("A horizon of 0 days cannot be counted on", Message(new LifetimeValueOptions { Horizon = Duration.Days(0) }), StringComparison.Ordinal);
        Assert.Contains("A horizon of 101 years cannot be counted on", Message(new LifetimeValueOptions { Horizon = Duration.Years(101) }), StringComparison.Ordinal);
        Assert.Contains("130 % a year is more than 100 % a year", Message(new LifetimeValueOptions { DiscountRate = DiscountRate.Annual(1.3) }), StringComparison.Ordinal);
        Assert.Contains("Set a rate above 0", Message(new LifetimeValueOptions { Horizon = Duration.Forever, DiscountRate = DiscountRate.None }), StringComparison.Ordinal);
        Assert.Contains("is none of the models", Message(new LifetimeValueOptions { Purchases = new PurchaseModelOptions { Kind = (PurchaseModelKind)99 } }), StringComparison.Ordinal);
        Assert.Contains("List at least one", Message(new LifetimeValueOptions { Purchases = new PurchaseModelOptions { Candidates = [] } }), StringComparison.Ordinal);
        Assert.Contains("MaximumIterations must be between 1 and 100000", Message(new LifetimeValueOptions { Spend = new GammaGammaOptions { MaximumIterations = 0 } }), StringComparison.Ordinal);
        Assert.Contains("30 is more than MinimumCustomers (20)", Message(new LifetimeValueOptions { Purchases = new PurchaseModelOptions { MinimumCustomers = 20, MinimumRepeatCustomers = 30 } }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PurchaseModelKind.BgNbd, "BG/NBD")]
    [InlineData(PurchaseModelKind.MbgNbd, "MBG/NBD")]
    [InlineData(PurchaseModelKind.BgCnbd, "BG/CNBD-2")]
    [InlineData(PurchaseModelKind.MbgCnbd, "MBG/CNBD-2")]
    [InlineData(PurchaseModelKind.ParetoNbd, "Pareto/NBD")]
    [InlineData(PurchaseModelKind.Nbd, "NBD")]
    public void Fit_Kind_IsTheModelAskedFor(PurchaseModelKind kind, string name)
    {
        FitResult<LifetimeValueModel> fit = new LifetimeValueEstimator(new LifetimeValueOptions { Purchases = new PurchaseModelOptions { Kind = kind } }).Fit(Drawn(400, 11));

        Assert.Equal((name, name), (fit.Model!.Purchases.Name, fit.Report.Parts[0].Model));
    }

    [Fact]
    public void Fit_KindToBeChosen_TakesTheLikeliest()
    {
        PurchaseTable table = Drawn(400, 11);
        FitResult<LifetimeValueModel> chosen = new LifetimeValueEstimator(new LifetimeValueOptions { Purchases = new PurchaseModelOptions { Kind = null } }).Fit(table);
        FitResult<IPurchaseModel>[] each = [.. new PurchaseModelOptions().Candidates.Select(kind => new PurchaseModelEstimator(kind).Fit(table.ToPatterns()))];

        Assert.Equal(each.Min(fit => fit.Report.Bic), chosen.Report.Parts[0].Bic);
        FitWarning reason = Assert.Single(chosen.Report.Warnings, warning => warning.Code == "model-chosen");
        Assert.StartsWith($"{chosen.Model!.Purchases.Name} has the lowest BIC of BG/NBD (", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_RegularPurchasesAmongTheCandidates_TakesTheirModel()
    {
        var buying = new BgNbdModel(3, 0.4, 0.8, 4, TimeUnit.Week, BgNbdVariant.Standard, 4);
        SimulatedPurchases customers = new PurchaseSimulator(buying, new SimulationOptions { Seed = 3 }).Simulate(1_000, Duration.Weeks(30), Duration.Weeks(40));
        PurchaseTable table = PurchaseTable.From(customers.ToActivityLog(DateTimeOffset.UnixEpoch.AddYears(50), new SpendSimulator(Spending).Simulate(customers.Patterns), "EUR"), DateTimeOffset.UnixEpoch.AddYears(50));
        var options = new PurchaseModelOptions { Kind = null, Regularity = 4, Candidates = [PurchaseModelKind.BgNbd, PurchaseModelKind.BgCnbd, PurchaseModelKind.Nbd] };

        FitResult<LifetimeValueModel> chosen = new LifetimeValueEstimator(new LifetimeValueOptions { Purchases = options }).Fit(table);

        Assert.Equal("BG/CNBD-4", chosen.Model!.Purchases.Name);
        Assert.StartsWith("BG/CNBD-4 has the lowest BIC of BG/NBD (", Assert.Single(chosen.Report.Warnings, warning => warning.Code == "model-chosen").Message, StringComparison.Ordinal);
    }

    private static LifetimeValueModel Model(Duration horizon, double rate) => new(Buying, Spending, "EUR", horizon, DiscountRate.Annual(rate));

    /// <summary>A model of the host's own, which is asked one customer after the other.</summary>
    private sealed class OwnModel : IPurchaseModel
    {
        public string Name => "own";

        public TimeUnit Unit => TimeUnit.Day;

        public ValueList<ModelParameter> Parameters => [];

        public IPurchaseModel WithParameters(ReadOnlySpan<double> values) => this;

        public double LogLikelihood(RepeatPattern pattern) => 0;

        public double ProbabilityAlive(RepeatPattern pattern) => 0.5;

        public double ExpectedPurchases(Duration ahead) => 1;

        public double ExpectedPurchases(RepeatPattern pattern, Duration ahead) => 2;

        public double DiscountedPurchasesIfAlive(RepeatPattern pattern, Duration ahead, DiscountRate rate) => 3;

        public double ProbabilityOf(int purchases, Duration ahead) => purchases == 1 ? 1 : 0;

        public double ProbabilityOf(RepeatPattern pattern, int purchases, Duration ahead) => purchases == 2 ? 1 : 0;
    }
}
