namespace CustomerInsight.Models;

/// <summary>How rows come to a leaf.</summary>
/// <param name="Value">What the leaf adds.</param>
/// <param name="Features">The different features asked for on the way.</param>
/// <param name="Shares">For each, which share of the rows goes on along the way where the feature is not known: of all its questions, multiplied.</param>
/// <param name="Steps">The questions on the way: the node, which feature of the way it asks for, and whether the way goes left.</param>
internal sealed record LeafPath(double Value, int[] Features, double[] Shares, (int Node, int Feature, bool Left)[] Steps)
{
    /// <summary>Gets what the leaf adds where nothing is known.</summary>
    public double Expected => Shares.Aggregate(Value, static (product, share) => product * share);

    /// <summary>Finds the ways to all leaves of a tree.</summary>
    public static LeafPath[] Of(BoostingTree tree)
    {
        var paths = new List<LeafPath>();
        Walk(tree, 0, [], paths);
        return [.. paths];
    }

    private static void Walk(BoostingTree tree, int number, List<(int Node, bool Left)> steps, List<LeafPath> paths)
    {
        BoostingNode node = tree.Nodes[number];
        if (!node.IsLeaf)
        {
            steps.Add((number, true));
            Walk(tree, node.Left, steps, paths);
            steps[^1] = (number, false);
            Walk(tree, node.Right, steps, paths);
            steps.RemoveAt(steps.Count - 1);
            return;
        }

        int[] features = [.. steps.Select(step => tree.Nodes[step.Node].Feature).Distinct()];
        double[] shares = new double[features.Length];
        Array.Fill(shares, 1);
        var ways = new (int Node, int Feature, bool Left)[steps.Count];
        for (int i = 0; i < ways.Length; i++)
        {
            (int at, bool left) = steps[i];
            BoostingNode question = tree.Nodes[at];
            int feature = Array.IndexOf(features, question.Feature);
            shares[feature] *= tree.Nodes[left ? question.Left : question.Right].Cover / (tree.Nodes[question.Left].Cover + tree.Nodes[question.Right].Cover);
            ways[i] = (at, feature, left);
        }

        paths.Add(new LeafPath(node.Value, features, shares, ways));
    }
}
