using MathNet.Numerics;

namespace CustomerInsight.Models.Tests;

public sealed class RegularityTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Fit_CustomersDrawnWithARegularity_FindsItWithinItsError(int regularity)
    {
        FitResult<RegularityEstimate> fit = new RegularityEstimator().Fit(Drawn(regularity, 4000).Gaps);

        ParameterEstimate shape = fit.Model!.Shape;
        Assert.True(fit.Report.Converged);
        Assert.Equal("k", shape.Name);
        Assert.InRange((shape.Value - regularity) / shape.StandardError!.Value, -3.5, 3.5);
        Assert.InRange(shape.StandardError.Value / shape.Value, 1e-3, 0.1);
        Assert.Equal(regularity, fit.Model.Nearest);
        CloseTo.Relative(regularity, fit.Model.WheatMorrison!.Value, 0.2);
    }

    [Fact]
    public void Fit_GapsOfAnyShapeOverTruncatedTimes_FindsTheShape()
    {
        // Rates differ, observation stops anywhere: neither enters the shares.
        var random = new SeededRandom(3);
        GapPattern[] gaps = [.. Enumerable.Range(0, 3000).Select(_ =>
        {
            double rate = random.NextGamma(0.7, 10);
            var days = new List<double> { 0 };
            double end = 50 + (200 * random.NextDouble());
            for (double at = random.NextGamma(1.7, rate); at < end; at += random.NextGamma(1.7, rate))
            {
                days.Add(at);
            }

            return GapPattern.Of(days);
        })];

        ParameterEstimate shape = new RegularityEstimator().Fit(gaps).Model!.Shape;

        Assert.InRange((shape.Value - 1.7) / shape.StandardError!.Value, -3.5, 3.5);
    }

    [Fact]
    public void Fit_OtherOrderOrScale_GivesTheSame()
    {
        double[][] days = [.. Enumerable.Range(0, 60).Select(i => new double[] { 0, 3 + (i % 7), 11 + (i % 5), 30 })];
        GapPattern[] gaps = [.. days.Select(times => GapPattern.Of(times))];
        GapPattern[] weeks = [.. days.Select(times => GapPattern.Of([.. times.Select(day => day / 7)]))];

        Assert.Equal(new RegularityEstimator().Fit(gaps), new RegularityEstimator().Fit([.. gaps.Reverse()]));
        CloseTo.Relative(new RegularityEstimator().Fit(gaps).Model!.Shape.Value, new RegularityEstimator().Fit(weeks).Model!.Shape.Value, 1e-9);
    }

    [Fact]
    public void Fit_TooFewOrAllAlike_SaysSo()
    {
        FitResult<RegularityEstimate> few = new RegularityEstimator().Fit([.. Enumerable.Repeat(GapPattern.Of([0, 1, 3]), 19), .. Enumerable.Repeat(GapPattern.Of([0, 1]), 500)]);
        FitResult<RegularityEstimate> alike = new RegularityEstimator().Fit([.. Enumerable.Repeat(GapPattern.Of([0, 7, 14, 21]), 50)]);

        Assert.Null(few.Model);
        Assert.Equal((FitStatus.TooLittleData, 19), (few.Report.Status, few.Report.Customers));
        Assert.Contains(alike.Report.Warnings, warning => warning.Code == "parameter-at-edge");
        Assert.Null(alike.Model!.WheatMorrison);
        Assert.Throws<ArgumentException>(() => new RegularityEstimator().Fit([new GapPattern(1, 1, 0.5)]));
    }

    [Fact]
    public void GapLikelihood_AnyShape_IsTheRatioOfDirichletDensities()
    {
        double[] days = [2, 5, 6, 13, 20];
        var likelihood = new GapLikelihood([GapPattern.Of(days)]);
        foreach (double k in new[] { 0.5, 1, 2.5, 7 })
        {
            // Of the shares of four gaps: Γ(4k) / Γ(k)⁴ ∏ share^(k−1).
            double LogDensity(double shape) => SpecialFunctions.GammaLn(4 * shape) - (4 * SpecialFunctions.GammaLn(shape)) + ((shape - 1) * new[] { 3.0, 1, 7, 7 }.Sum(gap => Math.Log(gap / 18)));
            Assert.Equal(LogDensity(k) - LogDensity(1), likelihood.GainOver1(k), 1e-11);
            Assert.Equal((likelihood.GainOver1(k + 1e-5) - likelihood.GainOver1(k - 1e-5)) / 2e-5, likelihood.Slope(k), 1e-6);
        }
    }

    [Theory]
    [InlineData(1, BgNbdVariant.Standard)]
    [InlineData(2, BgNbdVariant.Standard)]
    [InlineData(3, BgNbdVariant.Modified)]
    public void Choose_CustomersDrawnWithARegularity_TakesIt(int regularity, BgNbdVariant variant)
    {
        (IReadOnlyList<RepeatPattern> patterns, GapPattern[] gaps) = Drawn(regularity, 2500, variant);

        RegularityChoice choice = new RegularitySelector(new BgNbdOptions { Unit = TimeUnit.Week, Variant = variant }).Choose(patterns, gaps);

        Assert.Equal(regularity, choice.Chosen!.Regularity);
        Assert.Equal(regularity, choice.Chosen.Model!.Regularity);
        Assert.Equal([1, 2, 3, 4], choice.Candidates.Select(candidate => candidate.Regularity));
        Assert.Contains(choice.Chosen.Fit.Model, choice.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_GapsOfOtherCustomers_SaysWhatIsWrong()
    {
        var selector = new RegularitySelector();

        Assert.Contains("of 1 customers", Assert.Throws<ArgumentException>(() => selector.Choose([new RepeatPattern(1, 3, 5)], [])).Message, StringComparison.Ordinal);
        Assert.Contains("1 repeats but 0 gaps", Assert.Throws<ArgumentException>(() => selector.Choose([new RepeatPattern(1, 3, 5)], [default])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegularitySelector(null, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegularitySelector(null, 21));
        RegularityChoice none = selector.Choose([new RepeatPattern(1, 3, 5)], [GapPattern.Of([0, 3])]);
        Assert.Null(none.Chosen);
        Assert.Contains("–", none.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void From_LogOrHistories_HasTheCustomersOfTheTable()
    {
        CustomerHistory[] histories = Shop.DrawnHistories(80, 12);
        PurchaseTable table = PurchaseTable.From(histories, Shop.AsOf);

        IReadOnlyList<GapPattern> gaps = GapPattern.From(histories, Shop.AsOf);

        Assert.Equal(table.Customers.Select(customer => customer.Pattern.Repeats), gaps.Select(pattern => pattern.Gaps));
        CustomerHistory last = histories.OrderBy(history => history.Customer, StringComparer.Ordinal).Last();
        Assert.Equal(GapPattern.Of([.. last.Activities.Select(activity => (double)DateOnly.FromDateTime(activity.At.UtcDateTime).DayNumber).Order()]), gaps[^1]);
        var log = new ActivityLog();
        log.Add("b", Shop.AsOf.AddDays(-9), 1, "EUR");
        log.Add("a", Shop.AsOf.AddDays(-8), 1, "EUR");
        log.Add("b", Shop.AsOf.AddDays(-8), 1, "EUR");
        log.Add("b", Shop.AsOf.AddDays(-8), 1, "EUR");
        log.Add("b", Shop.AsOf.AddDays(-5), 1, "EUR");
        log.Add("b", Shop.AsOf.AddDays(1), 1, "EUR");
        Assert.Equal([GapPattern.Of([0]), GapPattern.Of([0, 1, 4])], GapPattern.From(log, Shop.AsOf));
        Assert.Equal(0.75, GapPattern.From(log, Shop.AsOf)[1].LastShare);
    }

    [Fact]
    public void Of_DaysOutOfOrder_SaysWhere() =>
        Assert.Contains("Day 2 of 2", Assert.Throws<ArgumentException>(() => GapPattern.Of([3, 1])).Message, StringComparison.Ordinal);

    private static (IReadOnlyList<RepeatPattern> Patterns, GapPattern[] Gaps) Drawn(int regularity, int customers, BgNbdVariant variant = BgNbdVariant.Standard)
    {
        var model = new BgNbdModel(0.6, 3.0 / regularity, 0.6, 2.4, TimeUnit.Week, variant, regularity);
        SimulatedPurchases drawn = new PurchaseSimulator(model, new SimulationOptions { Seed = 77 }).Simulate(customers, Duration.Weeks(27), Duration.Weeks(39));
        return (drawn.Patterns, [.. Enumerable.Range(0, customers).Select(customer => GapPattern.Of(drawn.PurchaseDays(customer)))]);
    }
}
