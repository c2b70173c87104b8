namespace CustomerInsight.Models;

/// <summary>Which rows hang together at which distance: rows, and above them joins of two or more.</summary>
/// <remarks>Edges of one length join at once, so that the tree does not depend on the order of the rows.</remarks>
internal sealed class ReachabilityHierarchy
{
    private readonly int _rows;
    private readonly List<int[]> _children = [];
    private readonly List<double> _distances = [];
    private readonly List<int> _sizes = [];

    public ReachabilityHierarchy(int rows, ReachabilityEdge[] edges)
    {
        _rows = rows;
        ReachabilityEdge[] rising = [.. edges.OrderBy(static edge => edge.Distance)];
        var sets = new DisjointSets(rows);
        int[] nodes = [.. Enumerable.Range(0, rows)];
        for (int start = 0; start < rising.Length;)
        {
            int end = start;
            var touched = new HashSet<int>();
            while (end < rising.Length && rising[end].Distance == rising[start].Distance)
            {
                touched.Add(sets.Find(rising[end].From));
                touched.Add(sets.Find(rising[end].To));
                end++;
            }

            for (int i = start; i < end; i++)
            {
                sets.Union(rising[i].From, rising[i].To);
            }

            foreach (IGrouping<int, int> joined in touched.ToArray().ToLookup(sets.Find, set => nodes[set]))
            {
                _children.Add([.. joined]);
                _distances.Add(rising[start].Distance);
                _sizes.Add(joined.Sum(Size));
                nodes[joined.Key] = rows + _children.Count - 1;
            }

            start = end;
        }
    }

    /// <summary>All rows together.</summary>
    public int Root => _children.Count == 0 ? 0 : _rows + _children.Count - 1;

    public bool IsRow(int node) => node < _rows;

    public int Size(int node) => IsRow(node) ? 1 : _sizes[node - _rows];

    public int[] Children(int node) => _children[node - _rows];

    public double Distance(int node) => _distances[node - _rows];

    /// <summary>The shortest distance above 0; 1 where there is none.</summary>
    public double LeastDistance => _distances.Where(static distance => distance > 0).DefaultIfEmpty(1).Min();

    /// <summary>Lists the rows below a node.</summary>
    public IEnumerable<int> Rows(int node)
    {
        var open = new Stack<int>([node]);
        while (open.TryPop(out int next))
        {
            if (IsRow(next))
            {
                yield return next;
                continue;
            }

            foreach (int child in Children(next))
            {
                open.Push(child);
            }
        }
    }
}
