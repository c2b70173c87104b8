namespace CustomerInsight.Models;

/// <summary>The hierarchy with splits that only shed a few rows left out: candidates for groups, how long each lasts, and the best choice among them.</summary>
/// <remarks>Source: Campello, Moulavi, Sander, "Density-Based Clustering Based on Hierarchical Density Estimates", PAKDD 2013, sections 4 and 5.</remarks>
internal sealed class CondensedTree
{
    private readonly ReachabilityHierarchy _hierarchy;
    private readonly int _minimumSize;
    private readonly double _mostDensity;
    private readonly List<int> _parents = [];
    private readonly List<double> _births = [];
    private readonly List<double> _deaths = [];
    private readonly List<double> _stabilities = [];

    public CondensedTree(ReachabilityHierarchy hierarchy, int rows, int minimumSize)
    {
        _hierarchy = hierarchy;
        _minimumSize = minimumSize;

        // Equal rows are infinitely dense; twice the densest else is dense enough and can be summed up.
        _mostDensity = 2 / hierarchy.LeastDistance;
        Owners = new int[rows];
        Densities = new double[rows];
        Condense();
    }

    /// <summary>By row, the last candidate it belonged to.</summary>
    public int[] Owners { get; }

    /// <summary>By row, the density at which it left it.</summary>
    public double[] Densities { get; }

    /// <summary>The candidates with the chosen ones numbered: those whose rows stay longer than those of all that split from them together. All rows together are never chosen.</summary>
    public HdbscanCluster[] Choose()
    {
        int count = _parents.Count;
        double[] below = new double[count];
        bool[] chosen = new bool[count];
        for (int cluster = count - 1; cluster > 0; cluster--)
        {
            chosen[cluster] = _stabilities[cluster] >= below[cluster];
            below[_parents[cluster]] += Math.Max(_stabilities[cluster], below[cluster]);
        }

        int[] group = new int[count];
        group[0] = GroupAssignment.None;
        for (int cluster = 1; cluster < count; cluster++)
        {
            // A candidate comes after its parent: what is below a chosen one belongs to that.
            int parent = _parents[cluster];
            group[cluster] = group[parent] >= 0 ? group[parent] : chosen[cluster] ? cluster : GroupAssignment.None;
        }

        int[] numbers = GroupNumbers.BySize([.. Owners.Select(owner => group[owner])]);
        var named = new Dictionary<int, int>();
        for (int row = 0; row < numbers.Length; row++)
        {
            if (numbers[row] >= 0)
            {
                named[group[Owners[row]]] = numbers[row];
            }
        }

        return [.. Enumerable.Range(0, count).Select(cluster => new HdbscanCluster(
            _parents[cluster], _births[cluster], _deaths[cluster], _stabilities[cluster], group[cluster] == cluster ? named[cluster] : GroupAssignment.None))];
    }

    private void Condense()
    {
        var open = new Stack<(int Node, int Cluster)>();
        open.Push((_hierarchy.Root, Add(-1, 0)));
        while (open.TryPop(out (int Node, int Cluster) next))
        {
            if (_hierarchy.IsRow(next.Node))
            {
                Leave(next.Node, next.Cluster, _mostDensity);
                continue;
            }

            double density = Density(_hierarchy.Distance(next.Node));
            int[] children = _hierarchy.Children(next.Node);
            bool splits = children.Count(IsLarge) > 1;
            foreach (int child in children)
            {
                if (!IsLarge(child))
                {
                    Leave(child, next.Cluster, density);
                }
                else if (splits)
                {
                    Part(next.Cluster, density, _hierarchy.Size(child));
                    open.Push((child, Add(next.Cluster, density)));
                }
                else
                {
                    open.Push((child, next.Cluster));
                }
            }
        }
    }

    private bool IsLarge(int node) => _hierarchy.Size(node) >= _minimumSize;

    private double Density(double distance) => distance > 0 ? 1 / distance : _mostDensity;

    private int Add(int parent, double birth)
    {
        _parents.Add(parent);
        _births.Add(birth);
        _deaths.Add(birth);
        _stabilities.Add(0);
        return _parents.Count - 1;
    }

    private void Leave(int node, int cluster, double density)
    {
        foreach (int row in _hierarchy.Rows(node))
        {
            Owners[row] = cluster;
            Densities[row] = density;
        }

        Part(cluster, density, _hierarchy.Size(node));
    }

    private void Part(int cluster, double density, int rows)
    {
        _stabilities[cluster] += rows * (density - _births[cluster]);
        _deaths[cluster] = Math.Max(_deaths[cluster], density);
    }
}
