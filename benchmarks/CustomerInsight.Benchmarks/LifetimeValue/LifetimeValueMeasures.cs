using System.Globalization;
using System.Text.Json;

namespace CustomerInsight.Benchmarks;

/// <summary>What the command <c>lifetime-value</c> measures.</summary>
/// <param name="Customers">How many customers the models were fitted to.</param>
/// <param name="TimeUnit">The unit of parameters and likelihoods.</param>
/// <param name="Repetitions">Over how many repetitions each median is.</param>
/// <param name="BgNbd">The BG/NBD model.</param>
/// <param name="MbgNbd">The MBG/NBD model.</param>
/// <param name="ParetoNbd">The Pareto/NBD model.</param>
/// <param name="GammaGamma">The Gamma–Gamma model of spend.</param>
/// <param name="PeakMegabytes">The most memory that the process had, in 10⁶ bytes, the data included.</param>
internal sealed record LifetimeValueMeasures(
    int Customers,
    string TimeUnit,
    int Repetitions,
    FitMeasure BgNbd,
    FitMeasure MbgNbd,
    FitMeasure ParetoNbd,
    FitMeasure GammaGamma,
    double PeakMegabytes)
{
    /// <summary>Gets the NBD model; of a log only.</summary>
    public FitMeasure? Nbd { get; init; }

    /// <summary>Gets the BG/CNBD-k models with k = 2 and 3, then the MBG/CNBD-k ones; of a log only.</summary>
    public IReadOnlyList<FitMeasure>? Regular { get; init; }

    /// <summary>Gets the seconds to expect each customer's purchases over 39 weeks.</summary>
    public double ConditionalExpectationSeconds { get; init; }

    /// <summary>Gets how many purchases that are in all.</summary>
    public double ExpectedPurchases { get; init; }

    /// <summary>Gets the seconds to value each customer for ever, spend included.</summary>
    public double ValueForEverSeconds { get; init; }

    /// <summary>Gets what all are worth together.</summary>
    public double Value { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, LifetimeValueMeasuresJson.Default.LifetimeValueMeasures);

    public void Print(TextWriter screen)
    {
        screen.WriteLine($"{"",-16}{"fit s",9}{"peer s",9}  {"log-likelihood",18}  parameters (standard errors)");
        foreach (FitMeasure fit in new[] { Nbd, BgNbd, MbgNbd, ParetoNbd }.OfType<FitMeasure>().Concat(Regular ?? []).Append(GammaGamma))
        {
            screen.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{fit.Model,-16}{fit.FitSeconds,9:0.0000}{fit.PeerSeconds,9:0.00}  {fit.LogLikelihood,18:#,0.000}  {string.Join("  ", fit.Parameters.Select(parameter => Show(fit, parameter)))}  {(fit.Status == "Converged" ? string.Empty : fit.Status)} {string.Join(' ', fit.Warnings)}").TrimEnd());
        }

        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"purchases to expect over 39 weeks: {ConditionalExpectationSeconds:0.0000} s, {ExpectedPurchases:#,0.0}"));
        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"value for ever: {ValueForEverSeconds:0.0000} s, {Value:#,0.00}"));
        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Customers:#,0} customers, parameters per {TimeUnit}, median of {Repetitions}, peak memory {PeakMegabytes:#,0} MB"));
    }

    private static string Show(FitMeasure fit, KeyValuePair<string, double> parameter) => string.Create(
        CultureInfo.InvariantCulture,
        $"{parameter.Key} {parameter.Value:G5}{(fit.StandardErrors.TryGetValue(parameter.Key, out double error) ? string.Create(CultureInfo.InvariantCulture, $" ({error:G3})") : string.Empty)}");
}
