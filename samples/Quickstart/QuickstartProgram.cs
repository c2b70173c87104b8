using System.Globalization;
using CustomerInsight;
using CustomerInsight.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Quickstart;

/// <summary>Files in, unified customers out: the whole of a host in one method.</summary>
internal static class QuickstartProgram
{
    /// <summary>Runs the program.</summary>
    /// <returns>The exit code: 0 done, 1 a file or folder cannot be used, 2 the command line cannot be understood, 130 stopped.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        if (Arguments.TryParse(args, out Arguments arguments, out string? problem) is false)
        {
            error.WriteLine(problem);
            error.WriteLine(Arguments.Usage);
            return 2;
        }

        if (arguments.Help)
        {
            screen.WriteLine(Arguments.Usage);
            return 0;
        }

        // What is printed shall read the same on every machine; the files do anyway.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            await RunAsync(arguments, screen, error, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("Stopped; nothing was written.");
            return 130;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or SourceFormatException or ArgumentException)
        {
            error.WriteLine(unusable.Message);
            return 1;
        }
    }

    private static async Task RunAsync(Arguments arguments, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        ResultFiles.Check(arguments.Out);

        // 1. Where records and purchases come from: files of one's own, or synthetic customers.
        Inputs inputs = await Inputs.OpenAsync(arguments, cancellationToken);

        // 2. The engine, composed as a host does it.
        await using ServiceProvider provider = Compose(inputs);

        // 3. One call runs it all.
        InsightRun run = await provider.GetRequiredService<IInsightEngine>().RunAsync(new ConsoleProgress(error), cancellationToken);

        // 4. What came out: on the screen, and as files.
        new Summary(screen).Write(run, inputs);
        await ResultFiles.WriteAsync(run, arguments.Out, cancellationToken);
        screen.WriteLine();
        screen.WriteLine($"Written to {arguments.Out}: profiles.csv, links.csv, customers.csv");
    }

    /// <summary>Composes the engine: sources, matching, merging, models.</summary>
    internal static ServiceProvider Compose(Inputs inputs, Action<InsightOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddCustomerInsight(insight =>
        {
            inputs.AddTo(insight);
            insight
                .Configure(configure ?? (static _ => { }))
                .AddMatching(match => match.People().Identifier("wechat.unionid", IdentifierStrength.Unique))
                .AddMerging(merge => merge.For("email", Survivorship.MostFrequent))
                .AddModels(models => models.Rfm().LifetimeValue());
        });
        return services.BuildServiceProvider();
    }
}
