namespace CustomerInsight.Matching;

/// <summary>A component whose contents all stand for one record each of two duplicate-free sources.</summary>
internal sealed class TwoSided
{
    // Outweighs any sum of evidence, and leaves the sums exact enough.
    private const double RuleWeight = 1e6;

    private readonly Dictionary<int, int> _rows;
    private readonly Dictionary<int, int> _columns;

    private TwoSided(Dictionary<int, int> rows, Dictionary<int, int> columns)
    {
        _rows = rows;
        _columns = columns;
    }

    /// <summary>Tells the sides of a component, or gives null where it is not of that kind or too large.</summary>
    public static TwoSided? Of(ClusterProblem problem, ConstrainedClusters clusters, ReadOnlySpan<int> roots, int most)
    {
        if (problem.Claims is null || roots.Length > 2 * most)
        {
            return null;
        }

        var rows = new Dictionary<int, int>();
        var columns = new Dictionary<int, int>();
        int rowKind = -1;
        int columnKind = -1;
        foreach (int root in roots)
        {
            int kind = clusters.Size(root) == 1 ? OnlySource(problem, root) : -1;
            rowKind = rowKind < 0 ? kind : rowKind;
            columnKind = columnKind < 0 && kind != rowKind ? kind : columnKind;
            if (kind < 0 || (kind != rowKind && kind != columnKind))
            {
                return null;
            }

            Dictionary<int, int> side = kind == rowKind ? rows : columns;
            side.Add(root, side.Count);
        }

        return columnKind >= 0 && rows.Count <= most && columns.Count <= most ? new TwoSided(rows, columns) : null;
    }

    /// <summary>The links that make the most weight together.</summary>
    public IEnumerable<NodeLink> Heaviest(IReadOnlyList<NodeLink> links, ConstrainedClusters clusters)
    {
        double[,] gains = new double[_rows.Count, _columns.Count];
        var between = new Dictionary<(int Row, int Column), NodeLink>();
        foreach (NodeLink link in links)
        {
            if (_rows.ContainsKey(link.Left) != _rows.ContainsKey(link.Right) && clusters.Between(link.Left, link.Right) is null)
            {
                (int row, int column) = _rows.TryGetValue(link.Left, out int left) ? (left, _columns[link.Right]) : (_rows[link.Right], _columns[link.Left]);
                gains[row, column] = Math.Min(link.Weight, RuleWeight);
                between.Add((row, column), link);
            }
        }

        int[] assigned = Assignment.Heaviest(gains);
        return [.. Enumerable.Range(0, assigned.Length).Where(row => between.ContainsKey((row, assigned[row]))).Select(row => between[(row, assigned[row])])];
    }

    /// <summary>The one duplicate-free source of a content, or −1.</summary>
    private static int OnlySource(ClusterProblem problem, int node)
    {
        int only = -1;
        foreach (NodeClaim claim in problem.Claims![node])
        {
            if (problem.ClaimKinds[claim.Kind].Reason == ApartReason.DuplicateFree)
            {
                if (only >= 0)
                {
                    return -1;
                }

                only = claim.Kind;
            }
        }

        return only;
    }
}
