namespace CustomerInsight.Models.Tests;

public sealed class LikelihoodRatioTests
{
    [Theory]
    [InlineData(3.841458820694124, 1, false, 0.05)]
    [InlineData(5.991464547107979, 2, false, 0.05)]
    [InlineData(11.344866730144373, 3, false, 0.01)]
    [InlineData(2.705543454095404, 1, true, 0.05)] // half of 0.10
    [InlineData(5.138, 2, true, 0.05)] // Self and Liang's 50 : 50 of one and two degrees of freedom
    [InlineData(0, 1, false, 1)]
    public void Of_AStatistic_HasThePValueOfTheTables(double statistic, int degrees, bool atEdge, double p)
    {
        var test = LikelihoodRatioTest.Of(Fit("small", -100, 2), Fit("large", -100 + (statistic / 2), 2 + degrees), atEdge);

        Assert.Equal(statistic, test.Statistic, 1e-9);
        Assert.Equal(degrees, test.DegreesOfFreedom);
        Assert.Equal(p, test.PValue, 1e-4);
        Assert.Contains("large against small", test.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FitsThatDoNotCompare_SaysWhy()
    {
        FitReport small = Fit("small", -100, 2);

        AssertRefused("Pass the smaller model first", small, Fit("other", -90, 2));
        AssertRefused("fits worse", small, Fit("large", -101, 3));
        AssertRefused("same data", small, Fit("large", -90, 3) with { Customers = 8 });
        AssertRefused("did not converge", small, Fit("large", -90, 3) with { Status = FitStatus.NotConverged });
        AssertRefused("maximum likelihood", small, Fit("large", -90, 0));
        Assert.Throws<ArgumentException>(() => FitComparison.Of());
    }

    [Fact]
    public void Of_OtherUnitsOrData_SaysWhy()
    {
        var days = new LikelihoodBasis("purchases", TimeUnit.Day);
        FitReport small = Fit("small", -100, 2) with { Basis = days };
        FitReport large = Fit("large", -90, 3);

        Assert.Equal(20, LikelihoodRatioTest.Of(small, large with { Basis = days with { } }).Statistic, 1e-9);
        AssertRefused("large is in the unit Week and that of small in Day", small, large with { Basis = days with { Unit = TimeUnit.Week } });
        AssertRefused("large is of spend and that of small of purchases", small, large with { Basis = new LikelihoodBasis("spend") });
        AssertRefused("not known", small, large);
        Assert.Contains("in the unit Week", Assert.Throws<ArgumentException>(() => FitComparison.Of(small, large with { Basis = days with { Unit = TimeUnit.Week } })).Message, StringComparison.Ordinal);
        Assert.Equal("purchases (Day)", days.ToString());
    }

    [Fact]
    public void Fits_OfEveryEstimator_SayWhatTheirLikelihoodIsOf()
    {
        IReadOnlyList<RepeatPattern> patterns = CdnowLike.Patterns(1000);
        var weeks = new LikelihoodBasis("purchases", TimeUnit.Week);
        FitReport[] ofPurchases =
        [
            .. Enum.GetValues<PurchaseModelKind>().Select(kind => new PurchaseModelEstimator(kind, new PurchaseModelOptions { Unit = TimeUnit.Week }).Fit(patterns).Report),
        ];

        Assert.All(ofPurchases, fit => Assert.Equal(weeks, fit.Basis));
        Assert.All(ofPurchases.Where(fit => fit.Covariance is not null), fit => Assert.Equal(TimeUnit.Week, fit.Covariance!.Unit));
        Assert.Contains(ofPurchases, fit => fit.Covariance is not null);

        FitReport spend = new GammaGammaEstimator().Fit(new SpendSimulator(new GammaGammaModel(6, 4, 15)).Simulate([.. patterns]).Patterns).Report;
        Assert.Equal(new LikelihoodBasis("spend"), spend.Basis);
        Assert.Null(spend.Covariance!.Unit);
        ContractLife[] lives = [.. Enumerable.Range(0, 200).Select(i => new ContractLife((i % 7) + 1, i % 3 != 0))];
        Assert.Equal(new LikelihoodBasis("contracts"), new ContractEstimator().Fit([.. lives.Select(life => new ContractCount(life, 1))]).Report.Basis);
        FitReport opportunities = new BgBbEstimator().Fit([.. Enumerable.Range(0, 200).Select(i => new OpportunityCount(new OpportunityPattern(i % 5, i % 5 == 0 ? 0 : (i % 5) + (i % 2), 6), 1))]).Report;
        Assert.Equal(new LikelihoodBasis("opportunities"), opportunities.Basis);
    }

    [Fact]
    public void Comparison_SeveralFits_RanksThemByTheirCriteria()
    {
        var comparison = FitComparison.Of(Fit("B", -100, 2), Fit("A", -97, 4), Fit("C", -120, 1));

        // AIC 204, 202, 242.
        Assert.Equal(["A", "B", "C"], comparison.Rows.Select(row => row.Model));
        Assert.Equal([0, 2, 40], comparison.Rows.Select(row => row.AicBehind));
        Assert.Equal(1, comparison.Rows.Sum(row => row.AicWeight), 1e-12);
        Assert.Equal(Math.E, comparison.Rows[0].AicWeight / comparison.Rows[1].AicWeight, 1e-12);
        Assert.Equal(0, comparison.Rows[1].BicBehind);
        Assert.Equal((4 * Math.Log(500)) + 194, comparison.Rows[0].Bic, 1e-9);
        Assert.Equal(4, comparison.Describe().TrimEnd().Split('\n').Length);
    }

    [SharedFact]
    public void Cdnow_NbdAgainstParetoNbd_NeedsDropOut()
    {
        RepeatPattern[] patterns = [.. GoldenCustomer.ReadAll().Select(customer => customer.Pattern)];
        FitReport nbd = new NbdEstimator().Fit(patterns).Report;
        FitReport pareto = new ParetoNbdEstimator().Fit(patterns).Report;

        var test = LikelihoodRatioTest.Of(nbd, pareto, atEdge: true);

        Assert.Equal(2 * (9763.657614672615 - 9594.976178939543), test.Statistic, 1e-3);
        Assert.Equal(2, test.DegreesOfFreedom);
        Assert.True(test.PValue < 1e-60);
    }

    private static FitReport Fit(string model, double logLikelihood, int parameters) => new(model, FitStatus.Converged, 5, logLikelihood, 500, [])
    {
        Parameters = ValueList.From(Enumerable.Range(0, parameters).Select(i => new ParameterEstimate($"p{i}", 1, null, null, null))),
    };

    private static void AssertRefused(string message, FitReport small, FitReport large) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => LikelihoodRatioTest.Of(small, large)).Message, StringComparison.Ordinal);
}
