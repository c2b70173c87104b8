namespace CustomerInsight.Matching;

/// <summary>Disjoint sets of nodes; the lowest node of a set stands for it.</summary>
internal sealed class NodeSets
{
    private readonly int[] _parents;

    public NodeSets(int nodes)
    {
        _parents = new int[nodes];
        for (int node = 0; node < nodes; node++)
        {
            _parents[node] = node;
        }
    }

    public int Root(int node)
    {
        while (_parents[node] != node)
        {
            _parents[node] = _parents[_parents[node]];
            node = _parents[node];
        }

        return node;
    }

    public void Join(int left, int right)
    {
        left = Root(left);
        right = Root(right);
        _parents[Math.Max(left, right)] = Math.Min(left, right);
    }

    public ValueList<int> Labels()
    {
        int[] labels = new int[_parents.Length];
        for (int node = 0; node < labels.Length; node++)
        {
            labels[node] = Root(node);
        }

        return new ValueList<int>(System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(labels));
    }
}
