using System.Text.Json;

namespace CustomerInsight.Models.Tests;

/// <summary>Against an independent optimiser and published parameters.</summary>
public sealed class GammaGammaReferenceTests
{
    [SharedFact]
    public void ExpectedSpend_AtPublishedParameters_AgreesWithTheReferenceForEveryCustomer()
    {
        var model = new GammaGammaModel(6.25, 3.74, 15.44);

        Assert.All(GoldenCustomer.ReadAll(), customer =>
            CloseTo.Relative(customer.Spend, model.ExpectedSpend(customer.Pattern.Repeats, customer.MeanSpend), 1e-13));
    }

    /// <summary>Fader, Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), section 3: 6.25, 3.74, 15.44.</summary>
    [SharedFact]
    public void FaderHardie2013_Cdnow_FindsThePublishedParameters()
    {
        GammaGammaModel model = new GammaGammaEstimator().Fit([.. GoldenCustomer.ReadAll().Select(static customer => new SpendPattern(customer.Pattern.Repeats, customer.MeanSpend))]).Model!;

        Assert.Equal(6.25, model.P, 0.005);
        Assert.Equal(3.74, model.Q, 0.005);
        Assert.Equal(15.44, model.Gamma, 0.01);
    }

    [SharedTheory]
    [InlineData("cdnow", 15, 1e-11, 1e-5)]
    [InlineData("cdnow_lifetimes_2dp", 2, 1e-6, 1e-3)] // Which way lifetimes' file rounded half cents is not known for each.
    public void Fit_Cdnow_FindsTheMaximumLikelihoodEstimates(string data, int decimals, double tolerance, double parameterTolerance)
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "lifetime-value", "mle_reference.json")));
        JsonElement expected = reference.RootElement.GetProperty(data).GetProperty("GG");
        SpendPattern[] patterns = [.. GoldenCustomer.ReadAll().Select(customer => new SpendPattern(customer.Pattern.Repeats, Math.Round(customer.MeanSpend, decimals, MidpointRounding.AwayFromZero)))];

        FitResult<GammaGammaModel> fit = new GammaGammaEstimator().Fit(patterns);

        Assert.True(fit.Report.Converged);
        Assert.Equal(patterns.Count(pattern => pattern.IsUsable), fit.Report.Customers);
        CloseTo.Relative(expected.GetProperty("LL").GetDouble(), fit.Report.LogLikelihood!.Value, tolerance);
        JsonElement parameters = expected.GetProperty("params");
        CloseTo.Relative(parameters.GetProperty("p").GetDouble(), fit.Model!.P, parameterTolerance);
        CloseTo.Relative(parameters.GetProperty("q").GetDouble(), fit.Model.Q, parameterTolerance);
        CloseTo.Relative(parameters.GetProperty("gamma").GetDouble(), fit.Model.Gamma, parameterTolerance);
    }
}
