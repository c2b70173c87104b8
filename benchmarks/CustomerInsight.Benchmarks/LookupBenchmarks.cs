using BenchmarkDotNet.Attributes;
using CustomerInsight.Matching;
using FuzzySharp;
using FuzzySharp.PreProcess;

namespace CustomerInsight.Benchmarks;

/// <summary>What it costs to find the records that are most likely the same as one, among 20,000, without any blocking: against the best fuzzy ratio over the whole records.</summary>
public class LookupBenchmarks
{
    private const int Wanted = 17;

    private readonly double _least = MatchWeight.OfProbability(0.5);
    private IPairScorer? _scorer;
    private string[] _texts = [];
    private int[] _left = [];
    private int[] _right = [];
    private double[] _weights = [];

    [GlobalSetup]
    public void Setup()
    {
        CandidateSample sample = CandidateSample.Shared;
        _scorer = sample.Model.Prepare(sample.Table).CreateScorer();
        _texts = sample.Texts();
        _right = [.. Enumerable.Range(0, sample.Table.Count).Where(static record => record != Wanted)];
        _left = [.. _right.Select(static _ => Wanted)];
        _weights = new double[_right.Length];
    }

    /// <summary>What home-made search does: a ratio that forgives the order of words, over all.</summary>
    [Benchmark(Baseline = true)]
    public int FuzzySharpTokenSort() => _right.MaxBy(record => Fuzz.TokenSortRatio(_texts[Wanted], _texts[record], PreprocessMode.None));

    /// <summary>Every record weighed in full.</summary>
    [Benchmark]
    public int Weight()
    {
        int likely = 0;
        foreach (int record in _right)
        {
            likely += _scorer!.Weight(Wanted, record) >= _least ? 1 : 0;
        }

        return likely;
    }

    /// <summary>Those that cannot come to even odds left early.</summary>
    [Benchmark]
    public int Weigh()
    {
        _scorer!.Weigh(_left, _right, _least, _weights);
        return _weights.Count(weight => weight >= _least);
    }
}
