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

    [SharedFact]
    public void Fit_Cdnow_FindsTheMaximumLikelihoodEstimates()
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "lifetime-value", "mle_reference.json")));
        JsonElement expected = reference.RootElement.GetProperty("cdnow").GetProperty("BG/NBD");
        RepeatPattern[] patterns = [.. GoldenCustomer.ReadAll().Select(customer => customer.Pattern)];

        FitResult<BgNbdModel> fit = new BgNbdEstimator(new BgNbdOptions { Unit = TimeUnit.Week }).Fit(patterns);

        Assert.True(fit.Report.Converged);
        Assert.Empty(fit.Report.Warnings);
        Assert.Equal(2357, fit.Report.Customers);
        CloseTo.Relative(expected.GetProperty("LL").GetDouble(), fit.Report.LogLikelihood!.Value, 1e-11);
        JsonElement parameters = expected.GetProperty("params");
        CloseTo.Relative(parameters.GetProperty("r").GetDouble(), fit.Model!.R, 1e-5);
        CloseTo.Relative(parameters.GetProperty("alpha").GetDouble(), fit.Model.Alpha, 1e-5);
        CloseTo.Relative(parameters.GetProperty("a").GetDouble(), fit.Model.A, 1e-5);
        CloseTo.Relative(parameters.GetProperty("b").GetDouble(), fit.Model.B, 1e-5);
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

    private static BgNbdVariant VariantOf(string name) => name.StartsWith('m') ? BgNbdVariant.Modified : BgNbdVariant.Standard;

    private static double Number(JsonElement text) => double.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(Number)];
}
