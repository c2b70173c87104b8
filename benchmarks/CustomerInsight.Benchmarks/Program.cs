using BenchmarkDotNet.Running;
using CustomerInsight.Benchmarks;

if (args is [MatchCommand.Name, ..])
{
    return await MatchCommand.RunAsync(args[1..], Console.Out, Console.Error, CancellationToken.None);
}

BenchmarkSwitcher.FromAssembly(typeof(ShortRun).Assembly).Run(args, new ShortRun());
return 0;
