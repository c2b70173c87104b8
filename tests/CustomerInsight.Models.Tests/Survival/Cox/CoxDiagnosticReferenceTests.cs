namespace CustomerInsight.Models.Tests;

/// <summary>Errors, curves, residuals and tests of Cox regression against R survival 3.5-3, as in the shared statistics.</summary>
public sealed class CoxDiagnosticReferenceTests
{
    private const double Digits = 1e-9;

    // R stops where a step changes the likelihood by 1e-9 of it: its last digits are of that, not of the maximum.
    private static readonly CoxOptions LikeR = new() { Tolerance = 1e-9 };

    [SharedFact]
    public void Fit_RossiExactTies_IsThatOfR()
    {
        CoxModel model = new CoxEstimator(new CoxOptions { Tolerance = 1e-9, Ties = CoxTies.Exact }).Fit(SurvivalFile.Rossi()).Model!;

        Assert.Equal(-.3815676171364, model.Coefficients[0].Value, Digits);
        Assert.Equal(-.0575246585788, model.Coefficients[1].Value, Digits);
        Assert.Equal(.0918879279934, model.Coefficients[6].Value, Digits);
        Assert.Equal(-613.75281477141, model.Fit!.NullLogLikelihood, Digits);
        Assert.Equal(-597.09187744401, model.Fit.LogLikelihood, Digits);
    }

    [SharedFact]
    public void Concordance_OfRossi_IsThatOfR()
    {
        SurvivalData data = SurvivalFile.Rossi();
        ConcordanceEstimate efron = new CoxEstimator(LikeR).Fit(data).Model!.Concordance(data);
        ConcordanceEstimate breslow = new CoxEstimator(new CoxOptions { Ties = CoxTies.Breslow }).Fit(data).Model!.Concordance(data);

        Assert.Equal(.6403292470997, efron.Value, Digits);
        Assert.Equal(.0266581227726, efron.StandardError, Digits);
        Assert.Equal(.6404231835048, breslow.Value, Digits);
    }

    [SharedTheory]
    [InlineData(CoxTies.Efron, new[] { .195541778982, .025336146264, .292328555347, .218060315284, .38024446575, .199200829599, .0289745946316 })]
    [InlineData(CoxTies.Breslow, new[] { .194687740191, .0252287001502, .291077723574, .216960903592, .378891217151, .198342010898, .0287483869175 })]
    public void Fit_RossiRobust_IsThatOfR(CoxTies ties, double[] expected)
    {
        CoxModel model = new CoxEstimator(new CoxOptions { Tolerance = 1e-9, Ties = ties, RobustErrors = true }).Fit(SurvivalFile.Rossi()).Model!;
        CoxModel clustered = new CoxEstimator(new CoxOptions { Tolerance = 1e-9, Ties = ties }).Fit(SurvivalFile.Rossi(null, [.. Enumerable.Range(0, 432).Reverse()])).Model!;

        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], model.Coefficients[i].RobustError!.Value, Digits);
            Assert.Equal(expected[i], clustered.Coefficients[i].RobustError!.Value, Digits);
            Assert.Equal(expected[i], model.RobustCovariance!.StandardError(i), Digits);
        }
    }

    [SharedTheory]
    [InlineData(CoxBaselineMethod.Breslow, 0, new[] { .964222577520, .868212634006, .715699317204 })]
    [InlineData(CoxBaselineMethod.Efron, 0, new[] { .964152856522, .867858035125, .714894402120 })]
    [InlineData(CoxBaselineMethod.Breslow, 1, new[] { .907978315565, .687671539100, .412180926780 })]
    [InlineData(CoxBaselineMethod.Breslow, 2, new[] { .913399428796, .703734565170, .435334756653 })]
    public void Survival_OfRossi_IsThatOfR(CoxBaselineMethod method, int row, double[] expected)
    {
        SurvivalData data = SurvivalFile.Rossi();
        CoxModel model = new CoxEstimator(new CoxOptions { Tolerance = 1e-9, Baseline = method }).Fit(data).Model!;
        ReadOnlySpan<double> features = data.Features.Row(row);
        SurvivalCurve curve = model.Curve(features);
        double[] times = [10, 26, 52];
        for (int i = 0; i < times.Length; i++)
        {
            Assert.Equal(expected[i], model.Survival(features, times[i]), Digits);
            Assert.Equal(expected[i], curve.At(times[i]), Digits);
        }
    }

    [SharedFact]
    public void Baseline_OfRossi_IsThatOfLifelinesAndR()
    {
        double[] breslow = [.0298846156, .0837749216, .1302134058, .1935108360, .2743728376];
        double[] uncentred = [.104038412085, .291898203587, .453675432121, .674414606396, .956499219069];
        double[] times = [10, 20, 30, 40, 52];
        CoxModel byBreslow = new CoxEstimator(new CoxOptions { Tolerance = 1e-9, Baseline = CoxBaselineMethod.Breslow }).Fit(SurvivalFile.Rossi()).Model!;
        CoxModel byEfron = new CoxEstimator(LikeR).Fit(SurvivalFile.Rossi()).Model!;
        double atNoughts = Math.Exp(byEfron.Risk(new double[7]));
        for (int i = 0; i < times.Length; i++)
        {
            Assert.Equal(breslow[i], byBreslow.Baselines[0].At(times[i]), Digits);
            Assert.Equal(uncentred[i], byEfron.Baselines[0].At(times[i]) * atNoughts, Digits);
        }
    }

    [SharedTheory]
    [InlineData(TimeTransform.KaplanMeier, new[] { .06242975, 5.97398165, 2.06826539, 4.22459563, 1.01102156, .01838330, .52058425 }, new[] { .80270, .01452, .15039, .03984, .31466, .89215, .47059 }, 17.69441525)]
    [InlineData(TimeTransform.Rank, new[] { double.NaN, .89642147, double.NaN, 4.15968375, double.NaN, double.NaN, double.NaN }, new double[0], 11.02518341)]
    [InlineData(TimeTransform.Identity, new[] { double.NaN, 6.61594379, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN }, new double[0], 18.18268704)]
    [InlineData(TimeTransform.Log, new[] { double.NaN, 8.23149834, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN }, new double[0], 17.66157057)]
    public void ProportionalHazardsTest_OfRossi_IsThatOfR(TimeTransform transform, double[] statistics, double[] pValues, double global)
    {
        SurvivalData data = SurvivalFile.Rossi();
        var test = ProportionalHazardsTest.Of(new CoxEstimator(LikeR).Fit(data).Model!, data, transform);

        for (int i = 0; i < statistics.Length; i++)
        {
            if (!double.IsNaN(statistics[i]))
            {
                Assert.Equal(statistics[i], test.Features[i].Statistic, 1e-7);
            }
        }

        for (int i = 0; i < pValues.Length; i++)
        {
            Assert.Equal(pValues[i], test.Features[i].PValue, 6e-6);
        }

        Assert.Equal(global, test.Global.Statistic, 1e-7);
        Assert.Equal(7, test.Global.DegreesOfFreedom);
        Assert.Contains("prio", test.Describe(), StringComparison.Ordinal);
    }

    [SharedFact]
    public void Residuals_OfRossi_AreThoseOfR()
    {
        SurvivalData data = SurvivalFile.Rossi();
        CoxModel model = new CoxEstimator(new CoxOptions { Tolerance = 1e-9, RobustErrors = true }).Fit(data).Model!;
        var residuals = CoxResiduals.Of(model, data);
        double[] martingale = [.903055780395, .807508445598, .676113132507, -.134265063903, -.334215944415];
        double[] deviance = [1.69148676679, 1.29629823255, .949997753747, -.518198926867, -.81757683971];
        for (int i = 0; i < martingale.Length; i++)
        {
            Assert.Equal(martingale[i], residuals.Martingale[i], Digits);
            Assert.Equal(deviance[i], residuals.Deviance[i], Digits);
        }

    }

    [SharedFact]
    public void Residuals_OfRossi_AddUpToWhatTheyMust()
    {
        SurvivalData data = SurvivalFile.Rossi();
        CoxModel model = new CoxEstimator(new CoxOptions { RobustErrors = true }).Fit(data).Model!;
        var residuals = CoxResiduals.Of(model, data);
        Assert.Equal(0, residuals.Martingale.ToArray().Sum(), Digits);
        Assert.Equal(114, residuals.Schoenfeld.Rows);
        for (int column = 0; column < 7; column++)
        {
            double[] influence = [.. Enumerable.Range(0, 432).Select(row => residuals.Influence.Row(row)[column])];
            Assert.Equal(model.Coefficients[column].RobustError!.Value, Math.Sqrt(influence.Sum(static value => value * value)), Digits);
            Assert.Equal(0, Enumerable.Range(0, 114).Sum(i => residuals.Schoenfeld.Row(i)[column]), Digits);
            Assert.Equal(0, Enumerable.Range(0, 432).Sum(row => residuals.Score.Row(row)[column]), Digits);
            Assert.Equal(model.Coefficients[column].Value, Enumerable.Range(0, 114).Average(i => residuals.ScaledSchoenfeld.Row(i)[column]), Digits);
        }

        Assert.Equal([.. residuals.EventTimes.ToArray().Order()], residuals.EventTimes.ToArray());
        Assert.All(residuals.EventRows.ToArray(), row => Assert.Equal(1, data.Times.Ends[row]));
    }
}
