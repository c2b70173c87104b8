using System.Globalization;
using System.Text.Json;

namespace CustomerInsight.Models.Tests;

/// <summary>Against an independent optimiser, published parameters and 60-digit values.</summary>
public sealed class BgNbdReferenceTests
{
    private static readonly BgNbdModel Published = new(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week);

    private static readonly BgNbdModel Modified = new(.5248, 6.1831, .8914, 1.6140, TimeUnit.Week, BgNbdVariant.Modified);

    [SharedFact]
    public void Model_AtPublishedParameters_AgreesWithTheReferenceForEveryCustomer()
    {
        IReadOnlyList<GoldenCustomer> customers = GoldenCustomer.ReadAll();

        Assert.Equal(2357, customers.Count);
        Assert.All(customers, customer =>
        {
            CloseTo.Relative(customer.LogLikelihood, Published.LogLikelihood(customer.Pattern), 1e-12);
            CloseTo.Relative(customer.ProbabilityAlive, Published.ProbabilityAlive(customer.Pattern), 1e-12);
            CloseTo.Relative(customer.Expected39Weeks, Published.ExpectedPurchases(customer.Pattern, Duration.Weeks(39)), 1e-11);
            CloseTo.Relative(customer.ModifiedProbabilityAlive, Modified.ProbabilityAlive(customer.Pattern), 1e-12);
            CloseTo.Relative(customer.ModifiedExpected39Weeks, Modified.ExpectedPurchases(customer.Pattern, Duration.Weeks(39)), 1e-11);
        });
    }

    [SharedTheory]
    [InlineData("cdnow", "BG/NBD")]
    [InlineData("cdnow", "MBG/NBD")]
    [InlineData("cdnow", "BG/CNBD-2")]
    [InlineData("cdnow", "MBG/CNBD-2")]
    [InlineData("cdnow", "BG/CNBD-3")]
    [InlineData("cdnow", "MBG/CNBD-3")]
    [InlineData("cdnow_lifetimes_2dp", "BG/NBD")]
    [InlineData("cdnow_lifetimes_2dp", "MBG/NBD")]
    public void Fit_Cdnow_FindsTheMaximumLikelihoodEstimates(string data, string model)
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "lifetime-value", "mle_reference.json")));
        JsonElement expected = reference.RootElement.GetProperty(data).GetProperty(model);
        RepeatPattern[] patterns = [.. GoldenCustomer.ReadAll().Select(customer => data == "cdnow" ? customer.Pattern : Rounded(customer.Pattern))];

        FitResult<BgNbdModel> fit = new BgNbdEstimator(new BgNbdOptions
        {
            Unit = TimeUnit.Week,
            Variant = VariantOf(model),
            Regularity = model.Contains("CNBD", StringComparison.Ordinal) ? model[^1] - '0' : 1,
        }).Fit(patterns);

        Assert.True(fit.Report.Converged);
        Assert.Empty(fit.Report.Warnings);
        Assert.Equal(model, fit.Report.Model);
        Assert.Equal(2357, fit.Report.Customers);
        if (expected.TryGetProperty("LL", out JsonElement logLikelihood))
        {
            CloseTo.Relative(logLikelihood.GetDouble(), fit.Report.LogLikelihood!.Value, 1e-11);
        }

        foreach (ModelParameter parameter in fit.Model!.Parameters)
        {
            CloseTo.Relative(expected.GetProperty("params").GetProperty(parameter.Name).GetDouble(), parameter.Value, 1e-5);
            CloseTo.Relative(expected.GetProperty("se").GetProperty(parameter.Name).GetDouble(), fit.Report.Parameters.Single(estimate => estimate.Name == parameter.Name).StandardError!.Value, 1e-3);
        }
    }

    [SharedFact]
    public void Model_AtExtremeArguments_AgreesWithHighPrecisionValues()
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "lifetime-value", "torture_mpmath.json")));
        int compared = 0;
        foreach (JsonElement item in reference.RootElement.EnumerateArray())
        {
            string function = item.GetProperty("fn").GetString()!;
            if (!function.Contains("bgnbd.", StringComparison.Ordinal))
            {
                continue;
            }

            double[] p = Numbers(item.GetProperty("params"));
            double[] x = Numbers(item.GetProperty("args"));
            var model = new BgNbdModel(p[0], p[1], p[2], p[3], TimeUnit.Week, VariantOf(function));
            RepeatPattern pattern = x.Length == 3 ? new((int)x[0], x[1] * 7, x[2] * 7) : default;
            double actual = function.TrimStart('m') switch
            {
                "bgnbd.ll" => model.LogLikelihood(pattern),
                "bgnbd.palive" => model.ProbabilityAlive(pattern),
                "bgnbd.cet39" => model.ExpectedPurchases(pattern, Duration.Weeks(39)),
                "bgnbd.E" => model.ExpectedPurchases(Duration.Weeks(x[0])),
                _ => throw new InvalidOperationException($"Unknown function {function}."),
            };

            // 8e-858 is below the smallest double: zero is then the nearest one.
            CloseTo.Relative(double.Parse(item.GetProperty("value").GetString()!, CultureInfo.InvariantCulture), actual, 1e-12);
            compared++;
        }

        Assert.Equal(44, compared);
    }

    [SharedFact]
    public void Model_WhereThePublishedFormulaIsSingular_AgreesWithHighPrecisionValues()
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "lifetime-value", "torture_cet_edge.json")));
        int compared = 0;
        foreach (JsonElement item in reference.RootElement.EnumerateArray().Where(item => item.GetProperty("model").GetString()!.EndsWith("bgnbd", StringComparison.Ordinal)))
        {
            double[] p = Numbers(item.GetProperty("params"));
            double[] x = Numbers(item.GetProperty("args"));
            var model = new BgNbdModel(p[0], p[1], p[2], p[3], TimeUnit.Day, VariantOf(item.GetProperty("model").GetString()!));
            var pattern = new RepeatPattern((int)x[0], x[1], x[2]);

            CloseTo.Relative(Number(item.GetProperty("palive")), model.ProbabilityAlive(pattern), 1e-12);
            CloseTo.Relative(Number(item.GetProperty("cet")), model.ExpectedPurchases(pattern, Duration.Days(x[3])), 1e-12);
            compared++;
        }

        Assert.Equal(18, compared);
    }

    /// <summary>Times in weeks with two decimals, as the data of lifetimes have them.</summary>
    private static RepeatPattern Rounded(RepeatPattern pattern) =>
        RepeatPattern.Of(pattern.Repeats, Duration.Weeks(Math.Round(pattern.ActiveDays / 7, 2)), Duration.Weeks(Math.Round(pattern.TenureDays / 7, 2)));

    private static BgNbdVariant VariantOf(string name) => char.ToLowerInvariant(name[0]) == 'm' ? BgNbdVariant.Modified : BgNbdVariant.Standard;

    private static double Number(JsonElement text) => double.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(Number)];
}
