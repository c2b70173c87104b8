using System.Globalization;

namespace CustomerInsight.Models.Tests;

/// <summary>Against the standard errors of an independent optimiser.</summary>
public sealed class StandardErrorTests
{
    [SharedFact]
    public void BgNbd_Cdnow_AgreesWithTheReference()
    {
        RepeatPattern[] patterns = [.. GoldenCustomer.ReadAll().Select(customer => customer.Pattern)];

        FitReport weeks = new BgNbdEstimator(new BgNbdOptions { Unit = TimeUnit.Week }).Fit(patterns).Report;
        FitReport days = new BgNbdEstimator(new BgNbdOptions { Unit = TimeUnit.Day }).Fit(patterns).Report;

        MaximumLikelihood.Read("cdnow", "BG/NBD").Verify(weeks);
        Assert.Empty(weeks.Warnings);
        CloseTo.Relative(7 * weeks.Parameters[1].StandardError!.Value, days.Parameters[1].StandardError!.Value, 1e-9);
        CloseTo.Relative(weeks.Parameters[0].StandardError!.Value, days.Parameters[0].StandardError!.Value, 1e-9);
        for (int i = 0; i < 4; i++)
        {
            CloseTo.Relative(weeks.Parameters[i].StandardError!.Value, weeks.Covariance!.StandardError(i), 1e-14);
        }

        CloseTo.Relative(8 + (2 * 9582.429206673929), weeks.Aic!.Value, 1e-9);
        CloseTo.Relative((4 * Math.Log(2357)) + (2 * 9582.429206673929), weeks.Bic!.Value, 1e-9);
    }

    [SharedFact]
    public void GammaGamma_Cdnow_AgreesWithTheReference() => MaximumLikelihood.Read("cdnow", "GG").Verify(
        new GammaGammaEstimator().Fit([.. GoldenCustomer.ReadAll().Select(customer => new SpendPattern(customer.Pattern.Repeats, customer.MeanSpend))]).Report);

    [SharedFact]
    public void BgNbd_OnlineRetailWhereHardlyAnyoneLeaves_NamesWhatIsNotDeterminedAndStillForetells()
    {
        RepeatPattern[] patterns = [.. File.ReadLines(SharedData.Path("reference", "lifetime-value", "uci_rfm_summary_days.csv")).Skip(1).Select(static line =>
        {
            double[] cells = [.. line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            return new RepeatPattern((int)cells[1], cells[2], cells[3]);
        })];

        FitResult<BgNbdModel> fit = new BgNbdEstimator().Fit(patterns);
        NbdModel stays = new NbdEstimator().Fit(patterns).Model!;

        Assert.True(fit.Report.Converged);
        FitWarning warning = Assert.Single(fit.Report.Warnings);
        Assert.Equal("weakly-identified", warning.Code);
        Assert.Contains("parameters a and b", warning.Message, StringComparison.Ordinal);
        foreach (ParameterEstimate determined in fit.Report.Parameters.Take(2))
        {
            Assert.InRange(determined.StandardError!.Value / determined.Value, 0.001, 0.1);
        }

        // A drop-out near 0: the limit is the model in which nobody leaves.
        Duration ahead = Duration.Weeks(26);
        CloseTo.Relative(patterns.Sum(pattern => stays.ExpectedPurchases(pattern, ahead)), patterns.Sum(pattern => fit.Model!.ExpectedPurchases(pattern, ahead)), 0.02);
        UncertainValue total = DeltaMethod.Of(fit.Model!, fit.Report.Covariance!, model => patterns.Sum(pattern => model.ExpectedPurchases(pattern, ahead)));
        Assert.InRange(total.StandardError / total.Value, 0.001, 0.1);
    }
}
