using System.Text.Json;

namespace CustomerInsight.Models.Tests;

/// <summary>Estimates of an independent optimiser.</summary>
internal sealed record MaximumLikelihood(IReadOnlyDictionary<string, double> Parameters, IReadOnlyDictionary<string, double> StandardErrors, double? LogLikelihood)
{
    public static MaximumLikelihood Read(string data, string model)
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "lifetime-value", "mle_reference.json")));
        JsonElement entry = reference.RootElement.GetProperty(data).GetProperty(model);
        return new MaximumLikelihood(
            Numbers(entry.GetProperty("params")), Numbers(entry.GetProperty("se")), entry.TryGetProperty("LL", out JsonElement value) ? value.GetDouble() : null);
    }

    /// <summary>Holds a report to the reference: parameters and log-likelihood to the digits that an optimiser can give, standard errors to those of numerical second derivatives.</summary>
    public void Verify(FitReport report)
    {
        Assert.True(report.Converged);
        Assert.Equal(Parameters.Keys, report.Parameters.Select(parameter => parameter.Name));
        foreach (ParameterEstimate estimate in report.Parameters)
        {
            CloseTo.Relative(Parameters[estimate.Name], estimate.Value, 1e-5);
            CloseTo.Relative(StandardErrors[estimate.Name], estimate.StandardError!.Value, 1e-4);
        }

        if (LogLikelihood is double logLikelihood)
        {
            CloseTo.Relative(logLikelihood, report.LogLikelihood!.Value, 1e-9);
        }
    }

    private static Dictionary<string, double> Numbers(JsonElement numbers) => numbers.EnumerateObject().ToDictionary(static item => item.Name, static item => item.Value.GetDouble());
}
