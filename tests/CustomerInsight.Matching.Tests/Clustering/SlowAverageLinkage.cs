namespace CustomerInsight.Matching.Tests;

/// <summary>Average linkage over odds as its definition reads: among all pairs of clusters that may be joined, the surest is, until none is sure enough.</summary>
internal static class SlowAverageLinkage
{
    public static int[] Labels(ClusterProblem problem)
    {
        var clusters = Enumerable.Range(0, problem.Nodes).Select(node => new List<int> { node }).ToList();
        foreach (NodePair pair in problem.MustLink.OrderBy(pair => pair.Left).ThenBy(pair => pair.Right))
        {
            List<int> left = clusters.Single(cluster => cluster.Contains(pair.Left));
            List<int> right = clusters.Single(cluster => cluster.Contains(pair.Right));
            if (left != right && !problem.CannotLink.Any(apart => Across(left, right, apart)))
            {
                Join(clusters, left, right);
            }
        }

        double[,] odds = Odds(problem, clusters);
        double least = Math.Pow(2, problem.LinkWeight);
        var ambiguous = new List<NodePair>();
        for (bool joined = true; joined;)
        {
            joined = false;
            var best = Pairs(clusters)
                .Where(pair => pair.Left.Count <= problem.LargestCluster && pair.Right.Count <= problem.LargestCluster)
                .Select(pair => (pair.Left, pair.Right, Mean: Mean(odds, pair.Left, pair.Right)))
                .Where(pair => pair.Mean >= least && !Conflicts(problem, pair.Left, pair.Right) && !ambiguous.Any(apart => Across(pair.Left, pair.Right, apart)))
                .OrderByDescending(pair => pair.Mean).ThenBy(pair => pair.Left.Min()).ThenBy(pair => pair.Right.Min())
                .FirstOrDefault();
            if (best.Left is not null)
            {
                bool FitsAnotherToo(List<int> one, List<int> other) => clusters.Any(third => third != one && third != other && third.Count <= problem.LargestCluster
                    && Mean(odds, one, third) >= best.Mean * (1 - 1e-9) && RuleOrIdentifier(problem, third, other) && !Conflicts(problem, third, one));
                if (FitsAnotherToo(best.Left, best.Right) || FitsAnotherToo(best.Right, best.Left))
                {
                    ambiguous.Add(new NodePair(best.Left[0], best.Right[0]));
                }
                else
                {
                    Join(clusters, best.Left, best.Right);
                }

                joined = true;
            }
        }

        var sets = new NodeSets(problem.Nodes);
        foreach (List<int> cluster in clusters)
        {
            cluster.ForEach(node => sets.Join(cluster[0], node));
        }

        foreach ((List<int> left, List<int> right) in Pairs(clusters))
        {
            if ((left.Count > problem.LargestCluster || right.Count > problem.LargestCluster) && Mean(odds, left, right) >= least)
            {
                sets.Join(left[0], right[0]);
            }
        }

        return [.. sets.Labels()];
    }

    public static bool Conflicts(ClusterProblem problem, List<int> left, List<int> right)
    {
        bool tooMuch = Enumerable.Range(0, problem.ClaimKinds.Count).Any(kind =>
        {
            int Count(IEnumerable<int> nodes) => nodes.SelectMany(node => problem.Claims![node]).Where(claim => claim.Kind == kind).Distinct().Count();
            return Count(left.Concat(right)) > Math.Max(problem.ClaimKinds[kind].Most, Math.Max(Count(left), Count(right)));
        });
        return tooMuch
            || problem.CannotLink.Any(apart => Across(left, right, apart))
            || left.Any(l => right.Any(r => problem.Forbids?.Invoke(Math.Min(l, r), Math.Max(l, r)) is not null));
    }

    private static bool RuleOrIdentifier(ClusterProblem problem, List<int> left, List<int> right)
    {
        int Count(IEnumerable<int> nodes, int kind) => nodes.SelectMany(node => problem.Claims?[node] ?? []).Where(claim => claim.Kind == kind).Distinct().Count();
        ApartReason[] claims = [.. Enumerable.Range(0, problem.ClaimKinds.Count)
            .Where(kind => Count(left.Concat(right), kind) > Math.Max(problem.ClaimKinds[kind].Most, Math.Max(Count(left, kind), Count(right, kind))))
            .Select(kind => problem.ClaimKinds[kind].Reason)];
        return !problem.CannotLink.Any(apart => Across(left, right, apart))
            && (claims.Length > 0 ? claims[0] == ApartReason.Identifier : left.Any(l => right.Any(r => problem.Forbids?.Invoke(Math.Min(l, r), Math.Max(l, r)) is not null)));
    }

    private static double[,] Odds(ClusterProblem problem, List<List<int>> clusters)
    {
        double[,] odds = new double[problem.Nodes, problem.Nodes];
        foreach (NodeLink pair in problem.Pairs)
        {
            odds[pair.Left, pair.Right] = odds[pair.Right, pair.Left] = Math.Pow(2, pair.Weight);
        }

        // Inside a component of the accepted pairs, what was not compared is weighed.
        var sets = new NodeSets(problem.Nodes);
        clusters.ForEach(cluster => cluster.ForEach(node => sets.Join(cluster[0], node)));
        foreach (NodeLink pair in problem.Pairs.Where(pair => pair.Weight >= problem.LinkWeight))
        {
            sets.Join(pair.Left, pair.Right);
        }

        int[][] components = [.. clusters.Select(cluster => cluster.Min()).GroupBy(sets.Root).Select(group => group.Order().ToArray()).Where(group => group.Length > 2 && group.Length <= problem.LargestCluster)];
        foreach ((int left, int right) in components.SelectMany(roots => roots.SelectMany(left => roots.Where(right => right > left).Select(right => (left, right)))))
        {
            if (problem.Weigh is { } weigh && odds[left, right] == 0 && weigh(left, right) >= -10)
            {
                odds[left, right] = odds[right, left] = Math.Pow(2, weigh(left, right));
            }
        }

        return odds;
    }

    private static double Mean(double[,] odds, List<int> left, List<int> right) =>
        left.Sum(l => right.Sum(r => odds[l, r])) / ((double)left.Count * right.Count);

    private static bool Across(List<int> left, List<int> right, NodePair pair) =>
        (left.Contains(pair.Left) && right.Contains(pair.Right)) || (left.Contains(pair.Right) && right.Contains(pair.Left));

    private static IEnumerable<(List<int> Left, List<int> Right)> Pairs(List<List<int>> clusters) =>
        clusters.SelectMany(left => clusters.Where(right => left.Min() < right.Min()).Select(right => (left, right)));

    private static void Join(List<List<int>> clusters, List<int> left, List<int> right)
    {
        left.AddRange(right);
        clusters.Remove(right);
    }
}
