using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using CustomerInsight.Matching;

namespace CustomerInsight.Benchmarks;

/// <summary>What one pair costs where one name is compared with a column of names, in each form that agrees, against the definition, the pair comparators and FuzzySharp.</summary>
/// <remarks>Where the processor lacks the vectors of a benchmark, the widest that it has are measured.</remarks>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
[CategoriesColumn]
public class OneToManyBenchmarks
{
    private const string JaroWinklerCategory = "Jaro-Winkler";
    private const string LevenshteinCategory = "Levenshtein";
    private const string OsaCategory = "OSA";
    private const int Asked = 8;
    private const int Operations = Asked * NamePairs.Count;

    private readonly double[] _similarities = new double[NamePairs.Count];
    private readonly int[] _distances = new int[NamePairs.Count];
    private string[] _texts = [];
    private string[] _column = [];
    private TextBatch _scalar = TextBatch.Of([]);
    private TextBatch _vector256 = TextBatch.Of([]);
    private TextBatch _vector512 = TextBatch.Of([]);

    [Params(NameKind.Surnames, NameKind.FullNames)]
    public NameKind Names { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        (string Left, string Right)[] pairs = NamePairs.Of(Names);
        _texts = [.. pairs.Where(static (_, i) => i % (NamePairs.Count / Asked) == 0).Select(static pair => pair.Left)];
        _column = [.. pairs.Select(static pair => pair.Right)];
        _scalar = TextBatch.Of(_column, BatchPath.Scalar);
        _vector256 = TextBatch.Of(_column, Available(BatchPath.Vector256));
        _vector512 = TextBatch.Of(_column, Available(BatchPath.Vector512));
    }

    [BenchmarkCategory(JaroWinklerCategory)]
    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public double JaroByDefinition() => Each(static (text, other) => text.Length <= other.Length ? JaroDefinition.Similarity(text, other) : JaroDefinition.Similarity(other, text));

    [BenchmarkCategory(JaroWinklerCategory)]
    [Benchmark(OperationsPerInvoke = Operations)]
    public double JaroWinklerPairs() => Each(static (text, other) => JaroWinkler.Similarity(text, other));

    [BenchmarkCategory(JaroWinklerCategory)]
    [Benchmark(OperationsPerInvoke = Operations)]
    public double JaroWinklerPrepared() => Similarities(_scalar);

    [BenchmarkCategory(JaroWinklerCategory)]
    [Benchmark(OperationsPerInvoke = Operations)]
    public double JaroWinkler256() => Similarities(_vector256);

    [BenchmarkCategory(JaroWinklerCategory)]
    [Benchmark(OperationsPerInvoke = Operations)]
    public double JaroWinkler512() => Similarities(_vector512);

    [BenchmarkCategory(LevenshteinCategory)]
    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public double FuzzySharpLevenshtein() => Each(static (text, other) => FuzzySharp.Levenshtein.EditDistance(text, other));

    [BenchmarkCategory(LevenshteinCategory)]
    [Benchmark(OperationsPerInvoke = Operations)]
    public double LevenshteinPairs() => Each(static (text, other) => EditDistance.Levenshtein(text, other));

    [BenchmarkCategory(LevenshteinCategory)]
    [Benchmark(OperationsPerInvoke = Operations)]
    public int LevenshteinPrepared() => Levenshtein(_scalar);

    [BenchmarkCategory(LevenshteinCategory)]
    [Benchmark(OperationsPerInvoke = Operations)]
    public int Levenshtein256() => Levenshtein(_vector256);

    [BenchmarkCategory(LevenshteinCategory)]
    [Benchmark(OperationsPerInvoke = Operations)]
    public int Levenshtein512() => Levenshtein(_vector512);

    [BenchmarkCategory(OsaCategory)]
    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public double OsaByRows() => Each(static (text, other) => EditRows.Distance(text, other, swaps: true, int.MaxValue - 1));

    [BenchmarkCategory(OsaCategory)]
    [Benchmark(OperationsPerInvoke = Operations)]
    public double OsaPairs() => Each(static (text, other) => EditDistance.Osa(text, other));

    [BenchmarkCategory(OsaCategory)]
    [Benchmark(OperationsPerInvoke = Operations)]
    public int OsaPrepared() => Osa(_scalar);

    [BenchmarkCategory(OsaCategory)]
    [Benchmark(OperationsPerInvoke = Operations)]
    public int Osa256() => Osa(_vector256);

    [BenchmarkCategory(OsaCategory)]
    [Benchmark(OperationsPerInvoke = Operations)]
    public int Osa512() => Osa(_vector512);

    private static BatchPath Available(BatchPath path) => path <= BatchKernels.Best ? path : BatchKernels.Best;

    private double Each(Func<string, string, double> compare)
    {
        double sum = 0;
        foreach (string text in _texts)
        {
            foreach (string other in _column)
            {
                sum += compare(text, other);
            }
        }

        return sum;
    }

    private double Similarities(TextBatch batch)
    {
        foreach (string text in _texts)
        {
            batch.JaroWinklerSimilarities(text, _similarities);
        }

        return _similarities[^1];
    }

    private int Levenshtein(TextBatch batch)
    {
        foreach (string text in _texts)
        {
            batch.LevenshteinDistances(text, _distances);
        }

        return _distances[^1];
    }

    private int Osa(TextBatch batch)
    {
        foreach (string text in _texts)
        {
            batch.OsaDistances(text, _distances);
        }

        return _distances[^1];
    }
}
