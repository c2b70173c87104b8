using System.Globalization;
using CustomerInsight;
using CustomerInsight.Models;
using CustomerInsight.Sources;
using CustomerInsight.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace SegmentsSample;

/// <summary>Who the customers are: what they buy, their segments by scores, by likeness and by rules, their lifecycle and whether they come back.</summary>
internal static class SegmentsProgram
{
    private const int Synthetic = 5_000;

    /// <summary>Runs the program.</summary>
    /// <returns>The exit code: 0 done, 1 a file cannot be used, 2 the command line cannot be understood, 130 stopped.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        if (!SegmentsArguments.TryParse(args, out SegmentsArguments arguments, out string? problem))
        {
            error.WriteLine(problem);
            error.WriteLine(SegmentsArguments.Usage);
            return 2;
        }

        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            await RunAsync(arguments, screen, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("Stopped.");
            return 130;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or SourceFormatException or ModelFileException or ArgumentException)
        {
            error.WriteLine(unusable.Message);
            return 1;
        }
    }

    private static async Task RunAsync(SegmentsArguments arguments, TextWriter screen, CancellationToken cancellationToken)
    {
        SegmentSet rules = arguments.Segments is { } file ? SegmentSet.FromJson(await File.ReadAllTextAsync(file, cancellationToken)) : ExampleSegments.Set;
        var services = new ServiceCollection();
        services.AddCustomerInsight(insight =>
        {
            foreach (IActivitySource source in Sources(arguments))
            {
                insight.AddActivities(source);
            }

            insight.AddModels(models => models
                .Purchases(purchases => purchases.Habits = true)
                .Rfm()
                .Groups()
                .Segments(segments => segments.Segments = rules)
                .Lifecycle()
                .Retention());
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        InsightRun run = await provider.GetRequiredService<IInsightEngine>().RunAsync(null, cancellationToken);
        if (run.Purchases() is not { Customers.Count: > 0, AsOfDay: not null })
        {
            screen.WriteLine("No purchase counts, so there is nothing to show:");
            screen.Write(run.Report.Describe());
            return;
        }

        new SegmentsStory(screen).Tell(run);
        await SegmentsFiles.WriteAsync(run, rules, arguments.Out, cancellationToken);
        screen.WriteLine();
        screen.WriteLine($"Written to {arguments.Out}: customers.csv, segments.json, and charts (*.vl.json) for any Vega-Lite viewer");
    }

    private static IReadOnlyList<IActivitySource> Sources(SegmentsArguments arguments) => arguments.Activities is { } file
        ? [new CsvActivitySource(file, new CsvActivityOptions { Currency = arguments.Currency })]
        : SyntheticCustomers.Generate(new SyntheticOptions { Records = Synthetic }).ActivitySources;
}
