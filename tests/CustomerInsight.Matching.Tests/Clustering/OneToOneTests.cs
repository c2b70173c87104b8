namespace CustomerInsight.Matching.Tests;

public class OneToOneTests
{
    [Fact]
    public void Cluster_TwoLists_LinksEachRecordToAtMostOneWithTheMostWeight() =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed =>
        {
            ClusterProblem problem = TwoLists((ulong)seed, out int left);
            Clustering best = new OneToOne().Cluster(problem, CancellationToken.None);
            Clustering greedy = new OneToOne { IsOptimal = false }.Cluster(problem, CancellationToken.None);
            return IsOneToOne(problem, best, left) && IsOneToOne(problem, greedy, left)
                && Math.Abs(Total(problem, best) - MostByTrying(problem, 0, [])) < 1e-9
                && Total(problem, greedy) >= Total(problem, best) / 2;
        }).Check(Quick.Tests(300));

    [Fact]
    public void Cluster_AnyConstraints_KeepsThemAll() =>
        Prop.ForAll(ClusterProblems.Constrained, problem =>
        {
            Clustering clustering = new OneToOne().Cluster(problem, CancellationToken.None);
            List<int>[] clusters = [.. Enumerable.Range(0, problem.Nodes).GroupBy(node => clustering.Labels[node]).Select(group => group.ToList()).Where(cluster => cluster.Count <= problem.LargestCluster)];
            return problem.MustLink.Count > 0 || clusters.All(cluster => cluster.All(node => !SlowAverageLinkage.Conflicts(problem, [node], [.. cluster.Where(other => other != node)])));
        }).Check(Quick.Tests(1_000));

    [Fact]
    public void Cluster_NoDuplicateFreeSource_IsTheConnectedComponents() =>
        Prop.ForAll(ClusterProblems.Plain, problem => new OneToOne().Cluster(problem, CancellationToken.None).Labels == new ConnectedComponents().Cluster(problem, CancellationToken.None).Labels).Check(Quick.Tests(300));

    [Fact]
    public void Cluster_TheHeaviestLinkBlocksTwoGoodOnes_OptimalTakesTheTwo()
    {
        // Left 0, 1; right 2, 3.
        NodeLink[] pairs = [new(0, 2, 10), new(0, 3, 9), new(1, 2, 9)];
        var problem = new ClusterProblem { Nodes = 4, Pairs = pairs, LinkWeight = 3, ClaimKinds = [Source("crm"), Source("shop")], Claims = [[new(0, 0)], [new(0, 1)], [new(1, 2)], [new(1, 3)]] };

        Assert.Equal([0, 1, 1, 0], new OneToOne().Cluster(problem, CancellationToken.None).Labels);
        Clustering greedy = new OneToOne { IsOptimal = false }.Cluster(problem, CancellationToken.None);
        Assert.Equal([0, 1, 0, 3], greedy.Labels);
        Assert.Equal([new KeptApart(0, 3, 9, ApartReason.DuplicateFree, "shop"), new KeptApart(1, 2, 9, ApartReason.DuplicateFree, "crm")], greedy.Apart);
    }

    private static ClaimKind Source(string name) => new(name, 1, ApartReason.DuplicateFree);

    private static ClusterProblem TwoLists(ulong seed, out int left)
    {
        var random = new SeededRandom(seed);
        left = 1 + random.Next(4);
        int nodes = left + 1 + random.Next(4);
        var pairs = new List<NodeLink>();
        for (int l = 0; l < left; l++)
        {
            for (int r = left; r < nodes; r++)
            {
                if (random.Next(3) > 0)
                {
                    pairs.Add(new NodeLink(l, r, random.Next(12)));
                }
            }
        }

        int split = left;
        return new ClusterProblem
        {
            Nodes = nodes,
            Pairs = pairs,
            LinkWeight = 3,
            ClaimKinds = [Source("crm"), Source("shop")],
            Claims = [.. Enumerable.Range(0, nodes).Select(node => (ValueList<NodeClaim>)[new NodeClaim(node < split ? 0 : 1, node)])],
        };
    }

    private static bool IsOneToOne(ClusterProblem problem, Clustering clustering, int left) =>
        Enumerable.Range(0, problem.Nodes).GroupBy(node => clustering.Labels[node]).All(group => group.Count(node => node < left) <= 1 && group.Count(node => node >= left) <= 1);

    private static double Total(ClusterProblem problem, Clustering clustering) =>
        problem.Pairs.Where(pair => clustering.Labels[pair.Left] == clustering.Labels[pair.Right]).Sum(pair => pair.Weight);

    private static double MostByTrying(ClusterProblem problem, int from, HashSet<int> taken)
    {
        double most = 0;
        for (int i = from; i < problem.Pairs.Count; i++)
        {
            NodeLink pair = problem.Pairs[i];
            if (pair.Weight >= problem.LinkWeight && !taken.Contains(pair.Left) && !taken.Contains(pair.Right))
            {
                most = Math.Max(most, pair.Weight + MostByTrying(problem, i + 1, [.. taken, pair.Left, pair.Right]));
            }
        }

        return most;
    }
}
