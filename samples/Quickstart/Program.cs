using CustomerInsight;
using CustomerInsight.Sources;
using Microsoft.Extensions.DependencyInjection;
using Quickstart;

if (Arguments.TryParse(args, out Arguments arguments, out string? problem) is false)
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

if (arguments.Help)
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    // 1. Where records and purchases come from: files of one's own, or synthetic customers.
    Inputs inputs = await Inputs.OpenAsync(arguments, stop.Token);

    // 2. The engine, composed as a host does it.
    var services = new ServiceCollection();
    services.AddCustomerInsight(insight =>
    {
        inputs.AddTo(insight);
        insight
            .AddMatching(match => match.People().Identifier("wechat.unionid", IdentifierStrength.Unique))
            .AddMerging(merge => merge.For("email", Survivorship.MostFrequent))
            .AddModels(models => models.Rfm().LifetimeValue());
    });
    await using ServiceProvider provider = services.BuildServiceProvider();

    // 3. One call runs it all.
    InsightRun run = await provider.GetRequiredService<IInsightEngine>().RunAsync(new ConsoleProgress(), stop.Token);

    // 4. What came out: on the screen, and as files.
    new Summary(Console.Out).Write(run, inputs);
    await ResultFiles.WriteAsync(run, arguments.Out, stop.Token);
    Console.WriteLine();
    Console.WriteLine($"Written to {arguments.Out}: profiles.csv, links.csv, customers.csv");
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped; nothing was written.");
    return 130;
}
catch (Exception problemWithFile) when (problemWithFile is IOException or UnauthorizedAccessException or SourceFormatException or ArgumentException)
{
    Console.Error.WriteLine(problemWithFile.Message);
    return 1;
}
