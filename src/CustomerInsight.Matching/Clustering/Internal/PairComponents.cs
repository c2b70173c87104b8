namespace CustomerInsight.Matching;

/// <summary>The connected components of the accepted pairs that have more than one cluster: the clusters in each, and all pairs inside it, those below the link weight too.</summary>
internal sealed class PairComponents
{
    private readonly int[] _rootStarts;
    private readonly int[] _roots;
    private readonly int[] _pairStarts;
    private readonly NodeLink[] _pairs;

    private PairComponents(int[] rootStarts, int[] roots, int[] pairStarts, NodeLink[] pairs)
    {
        _rootStarts = rootStarts;
        _roots = roots;
        _pairStarts = pairStarts;
        _pairs = pairs;
    }

    public int Count => _rootStarts.Length - 1;

    /// <summary>The roots of a component's clusters, rising.</summary>
    public ReadOnlySpan<int> Roots(int component) => _roots.AsSpan(_rootStarts[component].._rootStarts[component + 1]);

    /// <summary>The component's pairs, by rising left, then right.</summary>
    public ReadOnlySpan<NodeLink> Pairs(int component) => _pairs.AsSpan(_pairStarts[component].._pairStarts[component + 1]);

    public static PairComponents Of(ClusterProblem problem, ConstrainedClusters clusters)
    {
        var sets = new NodeSets(problem.Nodes);
        foreach (NodeLink pair in problem.Pairs)
        {
            if (pair.Weight >= problem.LinkWeight)
            {
                sets.Join(clusters.Root(pair.Left), clusters.Root(pair.Right));
            }
        }

        int[] sizes = new int[problem.Nodes];
        for (int node = 0; node < problem.Nodes; node++)
        {
            sizes[sets.Root(node)] += clusters.Root(node) == node ? 1 : 0;
        }

        // Components are numbered by their lowest content.
        int[] numbers = new int[problem.Nodes];
        int count = 0;
        for (int node = 0; node < problem.Nodes; node++)
        {
            numbers[node] = sizes[node] > 1 ? count++ : -1;
        }

        int[] rootStarts = new int[count + 1];
        int[] pairStarts = new int[count + 1];
        for (int node = 0; node < problem.Nodes; node++)
        {
            if (clusters.Root(node) == node && numbers[sets.Root(node)] is >= 0 and int component)
            {
                rootStarts[component + 1]++;
            }
        }

        foreach (NodeLink pair in problem.Pairs)
        {
            if (Component(pair) is >= 0 and int component)
            {
                pairStarts[component + 1]++;
            }
        }

        for (int i = 0; i < count; i++)
        {
            rootStarts[i + 1] += rootStarts[i];
            pairStarts[i + 1] += pairStarts[i];
        }

        int[] roots = new int[rootStarts[count]];
        var pairs = new NodeLink[pairStarts[count]];
        int[] nextRoot = rootStarts[..^1];
        int[] nextPair = pairStarts[..^1];
        for (int node = 0; node < problem.Nodes; node++)
        {
            if (clusters.Root(node) == node && numbers[sets.Root(node)] is >= 0 and int component)
            {
                roots[nextRoot[component]++] = node;
            }
        }

        foreach (NodeLink pair in problem.Pairs)
        {
            if (Component(pair) is >= 0 and int component)
            {
                pairs[nextPair[component]++] = pair;
            }
        }

        for (int i = 0; i < count; i++)
        {
            // Sums of odds are rounded, so they are added up in one order only.
            pairs.AsSpan(pairStarts[i]..pairStarts[i + 1]).Sort(static (a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Right.CompareTo(b.Right));
        }

        return new PairComponents(rootStarts, roots, pairStarts, pairs);

        int Component(NodeLink pair)
        {
            int left = clusters.Root(pair.Left);
            int right = clusters.Root(pair.Right);
            int set = sets.Root(left);
            return left != right && set == sets.Root(right) ? numbers[set] : -1;
        }
    }
}
