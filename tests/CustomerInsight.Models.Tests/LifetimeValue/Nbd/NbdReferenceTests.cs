namespace CustomerInsight.Models.Tests;

/// <summary>Against an independent optimiser.</summary>
public sealed class NbdReferenceTests
{
    [SharedFact]
    public void Fit_Cdnow_FindsTheMaximumLikelihoodEstimates()
    {
        RepeatPattern[] days = [.. GoldenCustomer.ReadAll().Select(customer => customer.Pattern)];
        RepeatPattern[] rounded = [.. days.Select(pattern => RepeatPattern.Of(pattern.Repeats, Weeks(pattern.ActiveDays), Weeks(pattern.TenureDays)))];
        var estimator = new NbdEstimator(new NbdOptions { Unit = TimeUnit.Week });

        MaximumLikelihood.Read("cdnow", "NBD").Verify(estimator.Fit(days).Report);
        MaximumLikelihood.Read("cdnow_lifetimes_2dp", "NBD").Verify(estimator.Fit(rounded).Report);

        static Duration Weeks(double length) => Duration.Weeks(Math.Round(length / 7, 2));
    }
}
