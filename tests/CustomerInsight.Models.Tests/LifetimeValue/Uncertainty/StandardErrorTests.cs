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
}
