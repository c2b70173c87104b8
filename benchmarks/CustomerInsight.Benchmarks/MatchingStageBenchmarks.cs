using BenchmarkDotNet.Attributes;
using CustomerInsight.Matching;
using CustomerInsight.Testing;

namespace CustomerInsight.Benchmarks;

/// <summary>What a whole run costs (reading, standardizing, matching, merging) and how that grows with the records, against a run that does not match.</summary>
/// <remarks>One run is an iteration: it is far longer than what the clock can tell. The warm-up is for the compiler, or the smaller size, which comes first, looks too slow.</remarks>
[WarmupCount(2)]
[IterationCount(3)]
[InvocationCount(1, unrollFactor: 1)]
public class MatchingStageBenchmarks
{
    private InsightEngine? _withoutMatching;
    private InsightEngine? _trainedBefore;
    private InsightEngine? _allCores;
    private InsightEngine? _oneThread;

    [Params(5_000, 20_000)]
    public int Records { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        SyntheticData data = SyntheticCustomers.Generate(new SyntheticOptions { Records = Records });
        _withoutMatching = Engines.Over(data, threads: 0);
        _allCores = Engines.Over(data, threads: 0, new MatchingStage());
        _oneThread = Engines.Over(data, threads: 1, new MatchingStage());
    }

    [GlobalSetup(Target = nameof(TrainedBefore))]
    public void SetupTrained()
    {
        SyntheticData data = SyntheticCustomers.Generate(new SyntheticOptions { Records = Records });
        MatchResult result = Engines.Over(data, threads: 0, new MatchingStage()).RunAsync().GetAwaiter().GetResult().Matches()!;
        _trainedBefore = Engines.Over(data, threads: 0, new MatchingStage(trainer: new FixedModel(new MatchTraining(result.Model, result.Training))));
    }

    [Benchmark(Baseline = true)]
    public Task<InsightRun> WithoutMatching() => _withoutMatching!.RunAsync();

    /// <summary>Blocking, scoring and clustering without learning: what grows with the records.</summary>
    [Benchmark]
    public Task<InsightRun> TrainedBefore() => _trainedBefore!.RunAsync();

    [Benchmark]
    public Task<InsightRun> AllCores() => _allCores!.RunAsync();

    [Benchmark]
    public Task<InsightRun> OneThread() => _oneThread!.RunAsync();
}
