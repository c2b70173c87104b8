using System.Globalization;
using System.Text.Json;

namespace CustomerInsight.Models.Tests;

/// <summary>Against published parameters, an independent optimiser and values of 25 digits.</summary>
public sealed class ContractReferenceTests
{
    [SharedTheory]
    [InlineData("highend", 4, ContractModelKind.ShiftedBetaGeometric)]
    [InlineData("highend", 4, ContractModelKind.BetaDiscreteWeibull)]
    [InlineData("highend", 7, ContractModelKind.ShiftedBetaGeometric)]
    [InlineData("highend", 7, ContractModelKind.BetaDiscreteWeibull)]
    [InlineData("regular", 4, ContractModelKind.ShiftedBetaGeometric)]
    [InlineData("regular", 4, ContractModelKind.BetaDiscreteWeibull)]
    [InlineData("regular", 7, ContractModelKind.ShiftedBetaGeometric)]
    [InlineData("regular", 7, ContractModelKind.BetaDiscreteWeibull)]
    public void Fit_Cohort_FindsTheMaximumLikelihoodEstimates(string segment, int years, ContractModelKind kind)
    {
        FitResult<ContractModel> fit = new ContractEstimator(new ContractOptions { Kind = kind }).Fit(Cohort(segment, years));

        string name = $"{fit.Report.Model}_K{years}";
        MaximumLikelihood.Read($"sbg_{segment}", name).Verify(fit.Report);
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "lifetime-value", "mle_reference.json")));
        double[] projected = [.. reference.RootElement.GetProperty($"sbg_{segment}").GetProperty(name).GetProperty("S_proj").EnumerateArray().Select(static value => value.GetDouble())];
        Assert.All(projected.Index(), item => Assert.Equal(item.Item, fit.Model!.Survival(item.Index), 1e-6));
    }

    /// <summary>Fader, Hardie, "How to Project Customer Retention", Journal of Interactive Marketing 21(1), 2007, table 2: 0.704 and 1.182 for regular customers, 0.668 and 3.806 for high-end ones.</summary>
    [SharedFact]
    public void FaderHardie2007_SevenYears_FindsThePublishedParameters()
    {
        ContractModel regular = new ContractEstimator().Fit(Cohort("regular", 7)).Model!;
        ContractModel highEnd = new ContractEstimator().Fit(Cohort("highend", 7)).Model!;

        Assert.Equal((0.704, 1.182), (Math.Round(regular.Alpha, 3), Math.Round(regular.Beta, 3)));
        Assert.Equal((0.668, 3.806), (Math.Round(highEnd.Alpha, 3), Math.Round(highEnd.Beta, 3)));

        // In year 12, five years after the data: 17.3 % and 39.4 % were left.
        Assert.Equal(0.173, regular.Survival(12), 0.005);
        Assert.Equal(0.394, highEnd.Survival(12), 0.02);
    }

    [SharedTheory]
    [InlineData("highend", 1611.1581473911565, 1605.3142132134932)]
    [InlineData("regular", 1680.2651884632874, 1679.602832907178)]
    public void LikelihoodRatio_GeometricInsideWeibull_IsTwiceTheGain(string segment, double geometric, double weibull)
    {
        FitReport smaller = new ContractEstimator(new ContractOptions { Kind = ContractModelKind.ShiftedBetaGeometric }).Fit(Cohort(segment, 7)).Report;
        FitReport larger = new ContractEstimator(new ContractOptions { Kind = ContractModelKind.BetaDiscreteWeibull }).Fit(Cohort(segment, 7)).Report;

        // The shape of 1 lies inside its range, so no edge. High-end customers need the shape (p 0.0006), regular ones do not (p 0.25).
        var test = LikelihoodRatioTest.Of(smaller, larger);

        Assert.Equal(1, test.DegreesOfFreedom);
        CloseTo.Relative(2 * (geometric - weibull), test.Statistic, 1e-4);
        Assert.Equal(segment == "highend", test.PValue < 0.05);
    }

    [Theory]
    [InlineData(1.281, 7.790, 1, 0, 0.0953, -0.1522416517501502, 0.1412192702017418, 5.463952496248327, 4.910297759748365)]
    [InlineData(1.281, 7.790, 1, 4, 0, -0.6265849907570648, 0.09800321322010558, 28.722419928825623, 41.95729537366548)]
    [InlineData(0.25933, 1.72255, 1.58436, 0, 0.0953, -0.1402401381101603, 0.1308505055805599, 5.994764047387494, 5.494184522118205)]
    [InlineData(0.25933, 1.72255, 1.58436, 6, 0.0001, -0.7317788385319023, 0.05745643000671077, 373.4346606220837, 722.5603620975131)]
    [InlineData(2.5, 3, 0.8, 3, 0, -1.508836059351314, 0.2161712181871437, 4.5010096594275514, 8.1376429763656362)]
    [InlineData(0.5, 0.5, 3, 2, 0, -2.224912741054527, 0.4496562261694527, 2.4058547735298736, 3.6127504613872414)]
    [InlineData(1e3, 1e5, 1.2, 1, 0.01, -0.02285970981099537, 0.01282641033350932, 32.23695365721695, 31.1766116321567)]
    [InlineData(0.05, 20, 0.3, 12, 0.02, -0.005242119623703184, 0.0001182144387172253, 50.15961913524637, 50.37124302002795)]
    public void Model_AnyParameters_AgreesWithTwentyFiveDigits(
        double alpha, double beta, double c, int renewals, double delta, double logSurvival, double churn, double lifetime, double residual)
    {
        var model = ContractModel.BetaDiscreteWeibull(alpha, beta, c, Duration.Years(1));
        var rate = DiscountRate.Continuous(TimeUnit.Year, delta);

        CloseTo.Relative(Math.Exp(logSurvival), model.Survival(renewals + 1), 1e-12);
        CloseTo.Relative(churn, model.ChurnProbability(renewals), 1e-10);
        CloseTo.Relative(lifetime, model.DiscountedLifetime(rate), 1e-10);
        CloseTo.Relative(residual, model.DiscountedResidualLifetime(renewals, rate), 1e-10);
    }

    private static ValueList<ContractCount> Cohort(string segment, int years)
    {
        string[][] lines = [.. File.ReadLines(SharedData.Path("data", "purchases", "sbg_fader_hardie_2007.csv")).Select(static line => line.Split(','))];
        int column = Array.FindIndex(lines[0], name => name.StartsWith(segment, StringComparison.Ordinal));
        return ContractCount.Of([new ContractCohort([.. lines.Skip(1).Take(years + 1).Select(line => (int)Math.Round(10 * double.Parse(line[column], CultureInfo.InvariantCulture)))])]);
    }
}
