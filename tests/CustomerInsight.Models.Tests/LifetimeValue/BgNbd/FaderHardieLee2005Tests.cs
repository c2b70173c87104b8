namespace CustomerInsight.Models.Tests;

/// <summary>What Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way", Marketing Science 24(2), 2005, print of the CDNOW sample.</summary>
public sealed class FaderHardieLee2005Tests
{
    [SharedFact]
    public void Fit_CdnowSample_GivesThePublishedParameters()
    {
        FitResult<BgNbdModel> fit = new BgNbdEstimator(new BgNbdOptions { Unit = TimeUnit.Week }).Fit([.. GoldenCustomer.ReadAll().Select(customer => customer.Pattern)]);

        Assert.Equal([.243, 4.414, .793, 2.426], fit.Model!.Parameters.Select(parameter => Math.Round(parameter.Value, 3)));
        Assert.Equal(-9582.4, Math.Round(fit.Report.LogLikelihood!.Value, 1));
    }
}
