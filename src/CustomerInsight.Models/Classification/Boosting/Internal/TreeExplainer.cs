namespace CustomerInsight.Models;

/// <summary>Says what each feature adds in one tree.</summary>
internal sealed class TreeExplainer
{
    private readonly BoostingTree _tree;
    private readonly LeafPath[] _paths;
    private readonly int _longest;

    public TreeExplainer(BoostingTree tree)
    {
        _tree = tree;
        _paths = LeafPath.Of(tree);
        _longest = _paths.Max(static path => path.Features.Length);
        Expected = _paths.Sum(static path => path.Expected);
    }

    /// <summary>Gets what the tree adds where nothing is known.</summary>
    public double Expected { get; }

    public void Add(ReadOnlySpan<double> features, Span<double> contributions)
    {
        bool[] goesLeft = new bool[_tree.Nodes.Count];
        for (int number = 0; number < goesLeft.Length; number++)
        {
            BoostingNode node = _tree.Nodes[number];
            goesLeft[number] = !node.IsLeaf && node.GoesLeft(features[node.Feature]);
        }

        bool[] leadsOn = new bool[_longest];
        double[] values = new double[_longest];
        foreach (LeafPath path in _paths)
        {
            int count = path.Features.Length;
            Array.Fill(leadsOn, true, 0, count);
            foreach ((int node, int feature, bool left) in path.Steps)
            {
                leadsOn[feature] &= goesLeft[node] == left;
            }

            PathShapley.Of(path.Value, path.Shares, leadsOn.AsSpan(0, count), values.AsSpan(0, count));
            for (int i = 0; i < count; i++)
            {
                contributions[path.Features[i]] += values[i];
            }
        }
    }
}
