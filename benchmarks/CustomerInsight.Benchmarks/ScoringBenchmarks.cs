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
    private int[] _left = [];
    private int[] _right = [];
    private double[] _weights = [];

    [GlobalSetup]
    public void Setup()
    {
        CandidateSample sample = CandidateSample.Shared;
        _pairs = sample.Pairs;
        _scorer = sample.Model.Prepare(sample.Table).CreateScorer();
        _texts = sample.Texts();
        _left = [.. _pairs.Select(static pair => pair.Left)];
        _right = [.. _pairs.Select(static pair => pair.Right)];
        _weights = new double[_pairs.Length];
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

    /// <summary>As a run does: many at a time, and those left early that cannot come to one in a hundred.</summary>
    [Benchmark(OperationsPerInvoke = CandidateSample.Count)]
    public double Weigh()
    {
        _scorer!.Weigh(_left, _right, MatchWeight.OfProbability(0.01), _weights);
        return _weights[0];
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
}
