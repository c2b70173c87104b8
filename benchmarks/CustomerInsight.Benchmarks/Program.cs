using BenchmarkDotNet.Running;
using CustomerInsight.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ShortRun).Assembly).Run(args, new ShortRun());
