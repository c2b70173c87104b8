using System.Globalization;

namespace CustomerInsight.Models.Tests;

/// <summary>Against published parameters, an independent optimiser and values of 30 digits.</summary>
public sealed class BgBbReferenceTests
{
    [SharedFact]
    public void Fit_Donations_FindsTheMaximumLikelihoodEstimates() => MaximumLikelihood.Read("donations", "BG/BB").Verify(new BgBbEstimator().Fit(Donations()).Report);

    /// <summary>Fader, Hardie, Shang, Marketing Science 29(6), 2010, table 3: 1.204, 0.750, 0.657, 2.783 and a log-likelihood of −33,225.6.</summary>
    [SharedFact]
    public void FaderHardieShang2010_Donations_FindsThePublishedParameters()
    {
        FitResult<BgBbModel> fit = new BgBbEstimator().Fit(Donations());

        Assert.Equal(11_104, fit.Report.Customers);
        Assert.Equal(1.204, fit.Model!.Alpha, 0.0005);
        Assert.Equal(0.750, fit.Model.Beta, 0.0005);
        Assert.Equal(0.657, fit.Model.Gamma, 0.0005);
        Assert.Equal(2.783, fit.Model.Delta, 0.0005);
        Assert.Equal(-33_225.6, fit.Report.LogLikelihood!.Value, 0.05);
        Assert.Equal(["alpha", "beta", "gamma", "delta"], fit.Report.Parameters.Select(static parameter => parameter.Name));
    }

    [Theory]
    [InlineData(1.204, 0.750, 0.657, 2.783, 3, 5, 6, -5.6158947463614154, 0.76673404999572513, 5.4570061378766286, 2.8415363222372624, 521.57744918392116)]
    [InlineData(1.204, 0.750, 0.657, 2.783, 0, 0, 6, -1.1672624726738938, 0.1080165841686742, 0.22017292439901684, 0.1146469961817641, 21.04399910609002)]
    [InlineData(0.01, 1e3, 1e3, 0.01, 2, 3, 10, -43.037142366828809, 1.723134675515295e-18, 3.4669676654511942e-21, 3.1486312682630495e-21, 3.4669641602392631e-21)]
    [InlineData(1e3, 1e-2, 1e-2, 1e3, 400, 500, 1000, -385.15434155541687, 6.1968603552882763e-367, 8.6751504798999676e-366, 4.3375648630694008e-366, 4.0997940061207057e-361)]
    [InlineData(0.3, 0.7, 1, 2, 5, 60, 900, -24.508374001744045, 2.1315651908632352e-7, 2.4817150491036908e-8, 1.2402885209242893e-8, 7.2914212958537508e-6)]
    public void Model_AnyParameters_AgreesWithThirtyDigits(
        double alpha, double beta, double gamma, double delta, int repeats, int last, int opportunities, double logLikelihood, double alive, double expected, double discounted, double hardlyDiscounted)
    {
        var model = new BgBbModel(alpha, beta, gamma, delta, Duration.Years(1));
        var pattern = new OpportunityPattern(repeats, last, opportunities);

        CloseTo.Relative(logLikelihood, model.LogLikelihood(pattern), 1e-11);
        CloseTo.Relative(alive, model.ProbabilityAlive(pattern), 1e-10);
        CloseTo.Relative(expected, model.ExpectedPurchases(pattern, 20), 1e-10);
        CloseTo.Relative(discounted, model.DiscountedPurchases(pattern, DiscountRate.Annual(0.1)), 1e-10);
        CloseTo.Relative(hardlyDiscounted, model.DiscountedPurchases(pattern, DiscountRate.Annual(1e-6)), 1e-9);
    }

    private static OpportunityCount[] Donations() =>
    [
        .. File.ReadLines(SharedData.Path("data", "purchases", "donations.csv")).Skip(1).Select(static line =>
        {
            int[] cells = [.. line.Split(',').Select(static cell => int.Parse(cell, CultureInfo.InvariantCulture))];
            return new OpportunityCount(new OpportunityPattern(cells[0], cells[1], cells[2]), cells[3]);
        }),
    ];
}
