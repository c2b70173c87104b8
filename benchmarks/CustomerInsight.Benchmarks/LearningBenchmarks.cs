using BenchmarkDotNet.Attributes;
using CustomerInsight.Matching;
using CustomerInsight.Testing;

namespace CustomerInsight.Benchmarks;

/// <summary>What expectation maximisation costs over 100,000 pairs: by patterns of levels, against pair by pair as the textbook has it.</summary>
public class LearningBenchmarks
{
    private const int Records = 20_000;
    private const int Pairs = 100_000;
    private const int Rounds = 20;
    private const double StartShare = 0.2;

    private PatternCounts? _patterns;
    private int[][] _levels = [];
    private double[][] _u = [];

    [GlobalSetup]
    public void Setup()
    {
        StandardizedTable table = StandardizedTable.Of(SyntheticCustomers.Generate(new SyntheticOptions { Records = Records }).Records);
        MatchDesign design = PeopleDesign.For(table.Schema);
        var nodes = MatchNodes.Of(table);
        var index = BlockIndex.Build(BlockingRule.On("family_name"), table, nodes, 500, new ParallelOptions());
        _patterns = new PairPatterns(table, nodes, design).OfBlocks(index, Pairs, new ParallelOptions());
        _levels = [.. Enumerable.Range(0, _patterns.Count).SelectMany(pattern => Enumerable.Repeat(_patterns.Levels(pattern).ToArray(), (int)_patterns.PairsOf(pattern)))];
        _u = [.. design.Comparisons.Select((comparison, i) => Expectations.Blend(_patterns.LevelsOf(i, comparison.Levels.Count + 1), Expectations.U(comparison.Levels.Count + 1), 50))];
    }

    /// <summary>One pass over all pairs a round.</summary>
    [Benchmark(Baseline = true)]
    public double PairByPair()
    {
        double share = StartShare;
        double[][] m = [.. _u.Select(static levels => Expectations.M(levels.Length))];
        for (int round = 0; round < Rounds; round++)
        {
            double[][] sums = [.. _u.Select(static levels => new double[levels.Length])];
            double matches = 0;
            foreach (int[] levels in _levels)
            {
                double match = share;
                double other = 1 - share;
                for (int i = 0; i < levels.Length; i++)
                {
                    if (levels[i] >= 0)
                    {
                        match *= m[i][levels[i]];
                        other *= _u[i][levels[i]];
                    }
                }

                double probability = match / (match + other);
                matches += probability;
                for (int i = 0; i < levels.Length; i++)
                {
                    if (levels[i] >= 0)
                    {
                        sums[i][levels[i]] += probability;
                    }
                }
            }

            share = matches / _levels.Length;
            m = [.. sums.Select((sum, i) => Expectations.Blend(sum, Expectations.M(sum.Length), 50))];
        }

        return share;
    }

    [Benchmark]
    public double ByPatterns()
    {
        var learning = new ExpectationMaximization(_patterns!, _u, new bool[_u.Length], priorStrength: 50);
        learning.Run(Rounds, CancellationToken.None);
        return learning.Share;
    }
}
