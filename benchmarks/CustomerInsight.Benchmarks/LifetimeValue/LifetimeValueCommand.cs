using System.Diagnostics;
using CustomerInsight.Models;
using CustomerInsight.Sources;

namespace CustomerInsight.Benchmarks;

/// <summary>Fits the models of purchases and spend to many simulated customers, or to a log, and times it.</summary>
internal static class LifetimeValueCommand
{
    public const string Name = "lifetime-value";

    private const int WarmUp = 20_000;

    private static readonly DiscountRate Rate = DiscountRate.Annual(0.10);

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code: 0 done, 1 a file cannot be used, 2 the options cannot be understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        if (!LifetimeValueArguments.TryParse(args, out LifetimeValueArguments arguments, out string? problem))
        {
            error.WriteLine(problem);
            error.WriteLine(LifetimeValueArguments.Usage);
            return 2;
        }

        try
        {
            LifetimeValueMeasures measures = await MeasureAsync(arguments, screen, cancellationToken);
            measures.Print(screen);
            if (arguments.Json is { } json)
            {
                await File.WriteAllTextAsync(json, measures.ToJson(), cancellationToken);
            }

            return 0;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or SourceFormatException)
        {
            error.WriteLine(unusable.Message);
            return 1;
        }
    }

    private static async Task<LifetimeValueMeasures> MeasureAsync(LifetimeValueArguments arguments, TextWriter screen, CancellationToken cancellationToken)
    {
        bool isLog = arguments.Purchases is not null;
        PurchaseData data;
        if (arguments.Purchases is { } file)
        {
            data = await PurchaseData.ReadAsync(file, arguments.Until, screen, cancellationToken);
            _ = Measure(data, arguments, isLog, cancellationToken);
        }
        else
        {
            _ = Measure(PurchaseData.Simulate(Math.Min(WarmUp, arguments.Customers), cancellationToken), arguments, isLog, cancellationToken);
            data = PurchaseData.Simulate(arguments.Customers, cancellationToken);
        }

        return Measure(data, arguments, isLog, cancellationToken) with { PeakMegabytes = ProcessMemory.PeakMegabytes() };
    }

    private static LifetimeValueMeasures Measure(PurchaseData data, LifetimeValueArguments arguments, bool all, CancellationToken cancellationToken)
    {
        TimeUnit unit = arguments.Unit;
        double? Peer(double seconds) => all ? null : seconds;
        (FitMeasure bgNbd, BgNbdModel? buying) = Fit(new BgNbdEstimator(new BgNbdOptions { Unit = unit }), "BG/NBD", data.Patterns, arguments, Peer(10.0), cancellationToken);
        (FitMeasure mbgNbd, _) = Fit(new BgNbdEstimator(new BgNbdOptions { Unit = unit, Variant = BgNbdVariant.Modified }), "MBG/NBD", data.Patterns, arguments, Peer(9.2), cancellationToken);
        (FitMeasure paretoNbd, _) = Fit(new ParetoNbdEstimator(new ParetoNbdOptions { Unit = unit }), "Pareto/NBD", data.Patterns, arguments, Peer(499), cancellationToken);
        (FitMeasure gammaGamma, GammaGammaModel? spending) = Fit(new GammaGammaEstimator(), "Gamma-Gamma", data.Spend, arguments, Peer(1.9), cancellationToken);
        var measures = new LifetimeValueMeasures(data.Patterns.Count, unit.ToString().ToLowerInvariant(), arguments.Repetitions, bgNbd, mbgNbd, paretoNbd, gammaGamma, 0);
        if (all)
        {
            measures = measures with
            {
                Nbd = Fit(new NbdEstimator(new NbdOptions { Unit = unit }), "NBD", data.Patterns, arguments, null, cancellationToken).Measure,
                Regular =
                [
                    .. from variant in new[] { BgNbdVariant.Standard, BgNbdVariant.Modified }
                       from k in new[] { 2, 3 }
                       select Fit(new BgNbdEstimator(new BgNbdOptions { Unit = unit, Variant = variant, Regularity = k }), $"{(variant == BgNbdVariant.Modified ? "M" : string.Empty)}BG/CNBD-{k}", data.Patterns, arguments, null, cancellationToken).Measure,
                ],
            };
        }

        if (buying is not null)
        {
            (double seconds, double[] purchases) = Time(() => buying.ExpectedPurchases(data.Patterns, Duration.Weeks(39), cancellationToken), arguments.Repetitions);
            measures = measures with { ConditionalExpectationSeconds = seconds, ExpectedPurchases = purchases.Sum() };
        }

        if (buying is not null && spending is not null)
        {
            (double seconds, double[] values) = Time(() => Values(buying, spending, data, cancellationToken), arguments.Repetitions);
            measures = measures with { ValueForEverSeconds = seconds, Value = values.Sum() };
        }

        return measures;
    }

    private static double[] Values(BgNbdModel buying, GammaGammaModel spending, PurchaseData data, CancellationToken cancellationToken)
    {
        double[] values = buying.DiscountedPurchases(data.Patterns, Duration.Forever, Rate, cancellationToken);
        double[] spend = new double[values.Length];
        spending.ExpectedSpend(data.Spend as SpendPattern[] ?? [.. data.Spend], spend);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= spend[i];
        }

        return values;
    }

    private static (FitMeasure Measure, TModel? Model) Fit<TData, TModel>(
        IEstimator<TData, TModel> estimator, string name, TData data, LifetimeValueArguments arguments, double? peerSeconds, CancellationToken cancellationToken)
        where TModel : class
    {
        (double seconds, FitResult<TModel> fit) = Time(() => estimator.Fit(data, cancellationToken), arguments.Repetitions);
        return (
            new FitMeasure(
                name,
                seconds,
                fit.Report.Status.ToString(),
                fit.Report.LogLikelihood,
                fit.Report.Parameters.ToDictionary(static parameter => parameter.Name, static parameter => parameter.Value),
                fit.Report.Parameters.Where(static parameter => parameter.StandardError is not null).ToDictionary(static parameter => parameter.Name, static parameter => parameter.StandardError!.Value),
                [.. fit.Report.Warnings.Select(static warning => warning.Code)],
                peerSeconds),
            fit.Report.Converged ? fit.Model : null);
    }

    private static (double Seconds, T Result) Time<T>(Func<T> work, int repetitions)
    {
        double[] seconds = new double[repetitions];
        T result = default!;
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            // What others left behind is no part of it.
            result = default!;
            GC.Collect();
            long start = Stopwatch.GetTimestamp();
            result = work();
            seconds[repetition] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        return ((seconds[(repetitions - 1) / 2] + seconds[repetitions / 2]) / 2, result);
    }
}
