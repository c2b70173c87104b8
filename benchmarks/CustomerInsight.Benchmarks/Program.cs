using BenchmarkDotNet.Running;
using CustomerInsight.Benchmarks;

switch (args)
{
    case [MatchCommand.Name, ..]:
        return await MatchCommand.RunAsync(args[1..], Console.Out, Console.Error, CancellationToken.None);
    case [KernelsCommand.Name, ..]:
        return await KernelsCommand.RunAsync(args[1..], Console.Out, Console.Error, CancellationToken.None);
    case [ResolveCommand.Name, ..]:
        return await ResolveCommand.RunAsync(args[1..], Console.Out, Console.Error, CancellationToken.None);
    case [SegmentsCommand.Name, ..]:
        return await SegmentsCommand.RunAsync(args[1..], Console.Out, Console.Error, CancellationToken.None);
    case [LifetimeValueCommand.Name, ..]:
        return await LifetimeValueCommand.RunAsync(args[1..], Console.Out, Console.Error, CancellationToken.None);
    case [ChurnCommand.Name, ..]:
        return await ChurnCommand.RunAsync(args[1..], Console.Out, Console.Error, CancellationToken.None);
    case [PredictionCommand.Name, ..]:
        return await PredictionCommand.RunAsync(args[1..], Console.Out, Console.Error, CancellationToken.None);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ShortRun).Assembly).Run(args, new ShortRun());
        return 0;
}
