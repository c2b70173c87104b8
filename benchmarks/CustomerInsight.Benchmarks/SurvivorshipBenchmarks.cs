using BenchmarkDotNet.Attributes;

namespace CustomerInsight.Benchmarks;

/// <summary>What merging one cluster costs, against the latest filled value of each field, which knows neither groups nor lineage.</summary>
public class SurvivorshipBenchmarks
{
    private static readonly ProfileMerger ByStandardRules = new(MergeRules.Standard);
    private static readonly ProfileMerger ByFrequency = new(MergeRules.Standard.Default(Survivorship.MostFrequent));

    private MergeRecord[] _records = [];

    [Params(10, 1_000)]
    public int Records { get; set; }

    [Params(ClusterContent.Identical, ClusterContent.Different)]
    public ClusterContent Content { get; set; }

    [GlobalSetup]
    public void Setup() => _records = MergeClusters.Make(Content, Records);

    [Benchmark(Baseline = true)]
    public AttributeValues[] LatestValues() =>
        [.. Enumerable.Range(0, _records[0].Record.Schema.Attributes.Count).Select(field =>
            _records.Where(record => !record.Record.Values[field].IsNone).MaxBy(static record => record.Record.ObservedAt)?.Record.Values[field] ?? AttributeValues.None)];

    [Benchmark]
    public Profile StandardRules() => ByStandardRules.Merge(new ProfileId(1), _records);

    [Benchmark]
    public Profile MostFrequent() => ByFrequency.Merge(new ProfileId(1), _records);
}
