using BenchmarkDotNet.Attributes;
using CustomerInsight.Matching;
using FuzzySharp;
using FuzzySharp.PreProcess;

namespace CustomerInsight.Benchmarks;

/// <summary>What weighing one candidate pair costs, and explaining it, against one fuzzy ratio over the whole records.</summary>
public class ScoringBenchmarks
{
    private (int Left, int Right)[] _pairs = [];
    private string[] _texts = [];
    private IPairScorer? _scorer;

    [GlobalSetup]
    public void Setup()
    {
        CandidateSample sample = CandidateSample.Shared;
        _pairs = sample.Pairs;
        _scorer = sample.Model.Prepare(sample.Table).CreateScorer();
        _texts = [.. Enumerable.Range(0, sample.Table.Count).Select(record => Text(sample.Table, record))];
    }

    /// <summary>What home-made deduplication does: the record as one text, and a ratio that forgives the order of words.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = CandidateSample.Count)]
    public int FuzzySharpTokenSort()
    {
        int sum = 0;
        foreach ((int left, int right) in _pairs)
        {
            sum += Fuzz.TokenSortRatio(_texts[left], _texts[right], PreprocessMode.None);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = CandidateSample.Count)]
    public double Weight()
    {
        double sum = 0;
        foreach ((int left, int right) in _pairs)
        {
            sum += _scorer!.Weight(left, right);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = CandidateSample.Count)]
    public int Explain()
    {
        int lines = 0;
        foreach ((int left, int right) in _pairs)
        {
            lines += _scorer!.Explain(left, right).Evidence.Count;
        }

        return lines;
    }

    private static string Text(StandardizedTable table, int record) =>
        string.Join(' ', Enumerable.Range(0, table.Schema.Attributes.Count).Select(attribute => table.Column(attribute).First(record)).Where(static value => value is not null));
}
