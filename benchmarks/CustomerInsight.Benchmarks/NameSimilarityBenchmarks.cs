using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using CustomerInsight.Matching;
using FuzzySharp;
using FuzzySharp.PreProcess;

namespace CustomerInsight.Benchmarks;

/// <summary>What one pair of names costs, against the slow definition and against FuzzySharp on the same pairs.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
[CategoriesColumn]
public class NameSimilarityBenchmarks
{
    private const string JaroWinklerCategory = "Jaro-Winkler";
    private const string EditsCategory = "edit distance";
    private const int Bound = 2;

    private (string Left, string Right)[] _pairs = [];

    [Params(NameKind.Surnames, NameKind.FullNames)]
    public NameKind Names { get; set; }

    [GlobalSetup]
    public void Setup() => _pairs = NamePairs.Of(Names);

    [BenchmarkCategory(JaroWinklerCategory)]
    [Benchmark(Baseline = true, OperationsPerInvoke = NamePairs.Count)]
    public double JaroByDefinition()
    {
        double sum = 0;
        foreach ((string left, string right) in _pairs)
        {
            sum += left.Length <= right.Length ? JaroDefinition.Similarity(left, right) : JaroDefinition.Similarity(right, left);
        }

        return sum;
    }

    [BenchmarkCategory(JaroWinklerCategory)]
    [Benchmark(OperationsPerInvoke = NamePairs.Count)]
    public double JaroWinklerSimilarity()
    {
        double sum = 0;
        foreach ((string left, string right) in _pairs)
        {
            sum += JaroWinkler.Similarity(left, right);
        }

        return sum;
    }

    [BenchmarkCategory(JaroWinklerCategory)]
    [Benchmark(OperationsPerInvoke = NamePairs.Count)]
    public int FuzzySharpRatio()
    {
        int sum = 0;
        foreach ((string left, string right) in _pairs)
        {
            sum += Fuzz.Ratio(left, right, PreprocessMode.None);
        }

        return sum;
    }

    /// <summary>FuzzySharp knows no swap of neighbours, so it does a little less than the two below.</summary>
    [BenchmarkCategory(EditsCategory)]
    [Benchmark(Baseline = true, OperationsPerInvoke = NamePairs.Count)]
    public int FuzzySharpLevenshtein()
    {
        int sum = 0;
        foreach ((string left, string right) in _pairs)
        {
            sum += Levenshtein.EditDistance(left, right);
        }

        return sum;
    }

    [BenchmarkCategory(EditsCategory)]
    [Benchmark(OperationsPerInvoke = NamePairs.Count)]
    public int OsaUnbounded()
    {
        int sum = 0;
        foreach ((string left, string right) in _pairs)
        {
            sum += EditDistance.Osa(left, right);
        }

        return sum;
    }

    [BenchmarkCategory(EditsCategory)]
    [Benchmark(OperationsPerInvoke = NamePairs.Count)]
    public int OsaUpToTwo()
    {
        int sum = 0;
        foreach ((string left, string right) in _pairs)
        {
            sum += EditDistance.Osa(left, right, Bound);
        }

        return sum;
    }
}
