namespace CustomerInsight.Matching.Tests;

public class AverageLinkageTests
{
    [Fact]
    public void Cluster_AnyProblem_AgreesWithTheDefinition() =>
        Prop.ForAll(ClusterProblems.Plain, problem => Labels(problem).SequenceEqual(SlowAverageLinkage.Labels(problem))).Check(Quick.Tests(10_000));

    [Fact]
    public void Cluster_AnyConstraints_AgreesWithTheDefinition() =>
        Prop.ForAll(ClusterProblems.Constrained, problem => Labels(problem).SequenceEqual(SlowAverageLinkage.Labels(problem))).Check(Quick.Tests(10_000));

    [Fact]
    public void Cluster_PairsInAnotherOrder_GivesTheSame() =>
        Prop.ForAll(ClusterProblems.Constrained, problem =>
        {
            Clustering here = Cluster(problem);
            return here == Cluster(Reversed(problem));
        }).Check(Quick.Tests(1_000));

    [Fact]
    public void Cluster_AnyConstraints_KeepsThemAll() =>
        Prop.ForAll(ClusterProblems.Constrained, problem =>
        {
            Clustering clustering = Cluster(problem);
            List<int>[] clusters = [.. Enumerable.Range(0, problem.Nodes).GroupBy(node => clustering.Labels[node]).Select(group => group.ToList()).Where(cluster => cluster.Count <= problem.LargestCluster)];
            bool Together(NodePair pair) => clustering.Labels[pair.Left] == clustering.Labels[pair.Right];
            return clusters.All(cluster => !problem.CannotLink.Any(pair => cluster.Contains(pair.Left) && cluster.Contains(pair.Right)))
                && problem.MustLink.All(pair => Together(pair) || clustering.Contradictions.Contains(pair))
                && clusters.All(cluster => !clustering.Contradictions.Any(pair => cluster.Contains(pair.Left) && cluster.Contains(pair.Right)))
                && clusters.All(cluster => cluster.All(node => problem.MustLink.Count > 0 || !SlowAverageLinkage.Conflicts(problem, [node], [.. cluster.Where(other => other != node)])));
        }).Check(Quick.Tests(2_000));

    [Fact]
    public void Cluster_AnyConstraints_SaysWhyEachHeavyPairIsApart() =>
        Prop.ForAll(ClusterProblems.Constrained, problem =>
        {
            Clustering clustering = Cluster(problem);
            (int, int)[] apart = [.. problem.Pairs.Where(pair => pair.Weight >= problem.LinkWeight && clustering.Labels[pair.Left] != clustering.Labels[pair.Right]).Select(pair => (pair.Left, pair.Right))];
            return apart.SequenceEqual(clustering.Apart.Select(pair => (pair.Left, pair.Right)))
                && clustering.Apart.All(pair => (pair.Reason is ApartReason.Evidence or ApartReason.Assertion or ApartReason.Ambiguous) == pair.Rule is null);
        }).Check(Quick.Tests(1_000));

    [Fact]
    public void Cluster_EveryPairInAComponentIsEnough_IsTheConnectedComponents() =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new SeededRandom((ulong)seed);
            int[] entity = [.. Enumerable.Range(0, 30).Select(_ => random.Next(8))];
            var pairs = new List<NodeLink>();
            for (int left = 0; left < 30; left++)
            {
                for (int right = left + 1; right < 30; right++)
                {
                    if (entity[left] == entity[right])
                    {
                        pairs.Add(new NodeLink(left, right, ClusterProblems.LinkWeight + (random.Next(100) / 7.0)));
                    }
                }
            }

            var problem = new ClusterProblem { Nodes = 30, Pairs = pairs, LinkWeight = ClusterProblems.LinkWeight };
            return Labels(problem).SequenceEqual(new ConnectedComponents().Cluster(problem, CancellationToken.None).Labels);
        }).Check(Quick.Tests(300));

    [Fact]
    public void Cluster_TwoGroupsHungTogetherByOneWeakPair_CutsTheBridge()
    {
        List<NodeLink> pairs = [.. Clique(0, 5, 12), .. Clique(5, 5, 12), new NodeLink(4, 5, 5)];
        var problem = new ClusterProblem { Nodes = 10, Pairs = pairs, LinkWeight = ClusterProblems.LinkWeight };

        Clustering clustering = Cluster(problem);

        Assert.Equal([0, 0, 0, 0, 0, 5, 5, 5, 5, 5], clustering.Labels);
        Assert.Equal([new KeptApart(4, 5, 5, ApartReason.Evidence, null)], clustering.Apart);
    }

    [Fact]
    public void Cluster_TwoGroupsWithAPairThatWeighsForAll_AreOne()
    {
        // 2^8 over 25 pairs is more than 2^3.
        List<NodeLink> pairs = [.. Clique(0, 5, 12), .. Clique(5, 5, 12), new NodeLink(4, 5, 8)];

        Assert.Single(Labels(new ClusterProblem { Nodes = 10, Pairs = pairs, LinkWeight = ClusterProblems.LinkWeight }).Distinct());
    }

    [Fact]
    public void Cluster_ARuleThatLinks_OutweighsEverythingButAConstraint()
    {
        NodeLink[] pairs = [new(0, 1, double.PositiveInfinity), new(1, 2, double.PositiveInfinity), new(0, 2, -50)];
        ClusterProblem Problem(params NodePair[] apart) => new() { Nodes = 3, Pairs = pairs, LinkWeight = 3, CannotLink = apart };

        Assert.Equal([0, 0, 0], Labels(Problem()));
        Assert.Equal([0, 0, 2], Labels(Problem(new NodePair(0, 2))));
    }

    [Fact]
    public void Cluster_ACrowd_IsLeftWholeToQuarantine()
    {
        var problem = new ClusterProblem { Nodes = 250, Pairs = [.. Clique(0, 250, 9)], LinkWeight = 3, LargestCluster = 40 };

        Assert.Single(Labels(problem).Distinct());
    }

    [Fact]
    public void Cluster_AStarOfManyLeaves_TakesBoundedSteps()
    {
        NodeLink[] star = [.. Enumerable.Range(1, 9_999).Select(i => new NodeLink(0, i, 40))];
        var problem = new ClusterProblem { Nodes = 10_000, Pairs = star, LinkWeight = 3, LargestCluster = 100 };

        Assert.True(Labels(problem).Count(label => label == 0) > 100);
    }

    [Theory]
    [InlineData(200, 199 * 198 / 2)]
    [InlineData(201, 0)]
    public void Cluster_AChain_WeighsWhatWasNotComparedUpToABound(int nodes, int weighed)
    {
        int calls = 0;
        NodeLink[] chain = [.. Enumerable.Range(0, nodes - 1).Select(i => new NodeLink(i, i + 1, 5))];
        double Weigh(int left, int right)
        {
            calls++;
            return -20;
        }

        Cluster(new ClusterProblem { Nodes = nodes, Pairs = chain, LinkWeight = ClusterProblems.LinkWeight, LargestCluster = 1_000_000, Weigh = Weigh });

        Assert.Equal(weighed, calls);
    }

    /// <summary>1 and 5 hold different cards, until 5 is with 2 to 4, whom a person said to be one and who hold both.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Cluster_WhatAPersonSaidHoldsTooMuch_EndsAConflict(int more)
    {
        ValueList<NodeClaim>[] claims = [[], [new(0, 1)], [new(0, 1)], [new(0, 2)], [], [new(0, 2)], .. Enumerable.Repeat(default(ValueList<NodeClaim>), 4)];
        var problem = new ClusterProblem
        {
            Nodes = 10,
            Pairs = [new(1, 5, 30), new(2, 5, 12), .. Enumerable.Range(6, more).Select(node => new NodeLink(5, node, 3))],
            LinkWeight = ClusterProblems.LinkWeight,
            MustLink = [new(2, 3), new(3, 4)],
            ClaimKinds = [new ClaimKind("card", 1, ApartReason.Identifier)],
            Claims = claims,
        };

        Assert.Equal(SlowAverageLinkage.Labels(problem), Labels(problem));
        Assert.Equal(1, Labels(problem)[5]);
    }

    [Fact]
    public void Cluster_Stopped_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => new AverageLinkage().Cluster(new ClusterProblem { Nodes = 2, Pairs = [new(0, 1, 9)], LinkWeight = 3 }, source.Token));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 3)]
    public void Cluster_APairOutsideTheContents_IsRefusedWithItsPosition(int left, int right)
    {
        var problem = new ClusterProblem { Nodes = 3, Pairs = [new(0, 1, 9), new(left, right, 9)], LinkWeight = 3 };

        ArgumentException thrown = Assert.Throws<ArgumentException>(() => Cluster(problem));

        Assert.Contains("Pairs[1]", thrown.Message, StringComparison.Ordinal);
    }

    private static Clustering Cluster(ClusterProblem problem) => new AverageLinkage().Cluster(problem, CancellationToken.None);

    private static ValueList<int> Labels(ClusterProblem problem) => Cluster(problem).Labels;

    private static IEnumerable<NodeLink> Clique(int first, int count, double weight) =>
        from left in Enumerable.Range(first, count) from right in Enumerable.Range(left + 1, first + count - left - 1) select new NodeLink(left, right, weight);

    private static ClusterProblem Reversed(ClusterProblem problem) => new()
    {
        Nodes = problem.Nodes,
        Pairs = [.. problem.Pairs.Reverse()],
        LinkWeight = problem.LinkWeight,
        LargestCluster = problem.LargestCluster,
        MustLink = [.. problem.MustLink.Reverse()],
        CannotLink = [.. problem.CannotLink.Reverse()],
        ClaimKinds = problem.ClaimKinds,
        Claims = problem.Claims,
        Forbids = problem.Forbids,
        Weigh = problem.Weigh,
    };
}
