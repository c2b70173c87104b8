using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using CustomerInsight.Matching;
using CustomerInsight.Testing;

namespace CustomerInsight.Benchmarks;

/// <summary>What it costs to find which of 20,000 records share a key, and to go through their pairs, against a dictionary of lists and a set of pairs.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class BlockingBenchmarks
{
    private const int Records = 20_000;
    private const int LargestBlock = 500;
    private const string Build = "build blocks";
    private const string Visit = "visit pairs";

    private static readonly BlockingRule[] Rules =
    [
        BlockingRule.On("email"),
        BlockingRule.On("phone"),
        BlockingRule.On("given_name", "family_name"),
        BlockingRule.On("family_name", "date_of_birth"),
        BlockingRule.On("given_name", new BlockingPart("date_of_birth", ValuePart.Year)),
        BlockingRule.On(new BlockingPart("family_name", ValuePart.Soundex), new BlockingPart("given_name", ValuePart.Prefix(3))),
    ];

    private readonly ParallelOptions _parallel = new();
    private StandardizedTable _table = StandardizedTable.Empty;
    private MatchNodes? _nodes;
    private List<List<int>>[] _lists = [];
    private CandidatePairs? _candidates;

    [GlobalSetup]
    public void Setup()
    {
        _table = StandardizedTable.Of(SyntheticCustomers.Generate(new SyntheticOptions { Records = Records }).Records);
        _nodes = MatchNodes.Of(_table);
        _lists = [.. Rules.Select(Lists)];
        _candidates = new CandidatePairs(_nodes, Indexes());
        if (VisitSetOfPairs() != VisitCandidatePairs())
        {
            throw new InvalidOperationException("The two do not find the same pairs.");
        }
    }

    /// <summary>What home-made deduplication does: keys as text, a dictionary of lists for each rule.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory(Build)]
    public int BuildDictionaryOfLists() => Rules.Sum(rule => Lists(rule).Count);

    [Benchmark, BenchmarkCategory(Build)]
    public int BuildBlockIndexes() => Indexes().Sum(static index => index.BlockCount);

    [Benchmark(Baseline = true), BenchmarkCategory(Visit)]
    public long VisitSetOfPairs()
    {
        var seen = new HashSet<(int, int)>();
        foreach (List<int> block in _lists.SelectMany(static lists => lists))
        {
            for (int i = 0; i < block.Count; i++)
            {
                for (int j = i + 1; j < block.Count; j++)
                {
                    seen.Add((block[i], block[j]));
                }
            }
        }

        return seen.Count;
    }

    [Benchmark, BenchmarkCategory(Visit)]
    public long VisitCandidatePairs()
    {
        long pairs = 0;
        _candidates!.Visit<object?, int>(static () => null, static (_, _, _, _, _) => { }, done => Interlocked.Add(ref pairs, done), _parallel);
        return pairs;
    }

    private BlockIndex[] Indexes()
    {
        var columns = new BlockingColumns(_table, _nodes!);
        return [.. Rules.Select(rule => BlockIndex.Build(rule, columns, LargestBlock, _parallel))];
    }

    private List<List<int>> Lists(BlockingRule rule)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int node = 0; node < _nodes!.Count; node++)
        {
            IEnumerable<string> keys = [string.Empty];
            foreach (BlockingPart part in rule.Parts)
            {
                string[] values = [.. Values(part, _nodes.Representative(node))];
                keys = from key in keys from value in values select $"{key}\t{value}";
            }

            foreach (string key in keys.Distinct(StringComparer.Ordinal))
            {
                if (!blocks.TryGetValue(key, out List<int>? block))
                {
                    blocks.Add(key, block = []);
                }

                block.Add(node);
            }
        }

        return [.. blocks.Values.Where(static block => block.Count is > 1 and <= LargestBlock)];
    }

    private IEnumerable<string> Values(BlockingPart part, int record)
    {
        StandardizedColumn column = _table.Column(_table.Schema.IndexOf(part.Attribute));
        return column.Ids(record).ToArray().Select(id => part.Part.Of(column.Values[id])).Where(static value => !string.IsNullOrEmpty(value)).OfType<string>();
    }
}
