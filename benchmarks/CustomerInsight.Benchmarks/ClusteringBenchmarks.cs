using BenchmarkDotNet.Attributes;
using CustomerInsight.Matching;

namespace CustomerInsight.Benchmarks;

/// <summary>What it costs to make clusters of 200,000 records by 150,000 links, against a walk through a dictionary of lists.</summary>
public class ClusteringBenchmarks
{
    private const int Nodes = 200_000;
    private const int People = 80_000;
    private const int Links = 150_000;
    private const double LinkWeight = 3.2;

    private ClusterProblem _problem = new() { Nodes = 0, Pairs = [], LinkWeight = LinkWeight };

    [GlobalSetup]
    public void Setup()
    {
        // Records of one person link with each other mostly, and now and then with somebody else's by a little.
        var random = new SeededRandom(1);
        var links = new HashSet<(int Left, int Right)>();
        while (links.Count < Links)
        {
            int left = random.Next(Nodes);
            int right = random.Next(50) == 0 ? random.Next(Nodes) : (left + People) % Nodes;
            if (left != right)
            {
                links.Add((Math.Min(left, right), Math.Max(left, right)));
            }
        }

        _problem = new ClusterProblem
        {
            Nodes = Nodes,
            Pairs = [.. links.Order().Select(link => new NodeLink(link.Left, link.Right, random.Next(12)))],
            LinkWeight = LinkWeight,
        };
    }

    /// <summary>What home-made deduplication does: neighbours in a dictionary, and a stack.</summary>
    [Benchmark(Baseline = true)]
    public int DictionaryOfLists()
    {
        var neighbours = new Dictionary<int, List<int>>();
        foreach (NodeLink link in _problem.Pairs.Where(static link => link.Weight >= LinkWeight))
        {
            Add(link.Left, link.Right);
            Add(link.Right, link.Left);
        }

        var seen = new HashSet<int>();
        int clusters = 0;
        for (int node = 0; node < Nodes; node++)
        {
            if (!seen.Add(node))
            {
                continue;
            }

            clusters++;
            var stack = new Stack<int>([node]);
            while (stack.TryPop(out int at))
            {
                foreach (int next in neighbours.GetValueOrDefault(at) ?? [])
                {
                    if (seen.Add(next))
                    {
                        stack.Push(next);
                    }
                }
            }
        }

        return clusters;

        void Add(int from, int to)
        {
            if (!neighbours.TryGetValue(from, out List<int>? list))
            {
                neighbours.Add(from, list = []);
            }

            list.Add(to);
        }
    }

    [Benchmark]
    public int ConnectedComponents() => new ConnectedComponents().Cluster(_problem, CancellationToken.None).Labels.Count;

    [Benchmark]
    public int AverageLinkage() => new AverageLinkage().Cluster(_problem, CancellationToken.None).Labels.Count;
}
