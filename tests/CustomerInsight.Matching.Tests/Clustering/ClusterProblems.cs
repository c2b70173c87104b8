namespace CustomerInsight.Matching.Tests;

/// <summary>Random problems, small and crowded, so that chains, ties and conflicts are common. Weights are whole bits, so that odds add up exactly.</summary>
internal static class ClusterProblems
{
    public const double LinkWeight = 3;

    public static readonly Arbitrary<ClusterProblem> Plain = Seeds(seed => Make(seed, constrained: false));

    public static readonly Arbitrary<ClusterProblem> Constrained = Seeds(seed => Make(seed, constrained: true));

    public static ClusterProblem Make(ulong seed, bool constrained)
    {
        var random = new SeededRandom(seed);
        int nodes = 2 + random.Next(14);
        int density = 1 + random.Next(6);
        var pairs = new List<NodeLink>();
        for (int left = 0; left < nodes; left++)
        {
            for (int right = left + 1; right < nodes; right++)
            {
                if (random.Next(6) < density)
                {
                    pairs.Add(new NodeLink(left, right, random.Next(14) - 4));
                }
            }
        }

        ulong weighing = StableHash.Combine(seed, 7);
        var problem = new ClusterProblem
        {
            Nodes = nodes,
            Pairs = pairs,
            LinkWeight = LinkWeight,
            LargestCluster = random.Next(3) == 0 ? 2 + random.Next(6) : int.MaxValue,
            Weigh = random.Next(2) == 0 ? null : (left, right) => (int)(StableHash.Combine(weighing, (ulong)((left * 100) + right)) % 18) - 14,
        };
        return constrained ? WithConstraints(problem, random) : problem;
    }

    private static ClusterProblem WithConstraints(ClusterProblem problem, SeededRandom random)
    {
        ulong forbidding = StableHash.Combine((ulong)random.Next(int.MaxValue), 3);
        NodePair[] Some(int most) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => (random.Next(problem.Nodes), random.Next(problem.Nodes))).Where(pair => pair.Item1 < pair.Item2).Select(pair => new NodePair(pair.Item1, pair.Item2))];
        return new ClusterProblem
        {
            Nodes = problem.Nodes,
            Pairs = problem.Pairs,
            LinkWeight = problem.LinkWeight,
            LargestCluster = problem.LargestCluster,
            Weigh = problem.Weigh,
            MustLink = Some(5),
            CannotLink = Some(6),
            ClaimKinds = [new ClaimKind("card", 1 + random.Next(2), ApartReason.Identifier), new ClaimKind("crm", 1, ApartReason.DuplicateFree)],
            Claims = [.. Enumerable.Range(0, problem.Nodes).Select(node => ValueList.From(Enumerable.Range(0, random.Next(4) == 0 ? 2 : 0).Select(_ => random.Next(2) == 0 ? new NodeClaim(0, random.Next(3)) : new NodeClaim(1, node))))],
            Forbids = random.Next(2) == 0 ? null : (left, right) => StableHash.Combine(forbidding, (ulong)((left * 100) + right)) % 12 == 0 ? "never" : null,
        };
    }

    private static Arbitrary<ClusterProblem> Seeds(Func<ulong, ClusterProblem> make) => Gen.Choose(1, int.MaxValue).Select(seed => make((ulong)seed)).ToArbitrary();
}
