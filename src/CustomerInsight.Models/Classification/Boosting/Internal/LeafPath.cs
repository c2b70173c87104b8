namespace CustomerInsight.Models;

/// <summary>How rows come to a leaf.</summary>
/// <param name="Value">What the leaf adds.</param>
/// <param name="Features">The different features asked for on the way.</param>
/// <param name="Shares">For each, which share of the rows goes on along the way where the feature is not known: of all its questions, multiplied.</param>
/// <param name="Steps">The questions on the way: the node, which feature of the way it asks for, and whether the way goes left.</param>
internal sealed record LeafPath(double Value, int[] Features, double[] Shares, (int Node, int Feature, bool Left)[] Steps)
{
    /// <summary>Gives a bit for each feature of the way whose questions all lead on.</summary>
    /// <param name="answers">The answers of a row.</param>
    /// <param name="isLeft">Tells from them whether the row goes left at a node.</param>
    public ulong LeadOn(int answers, Func<int, int, bool> isLeft)
    {
        ulong leadOn = (1UL << Features.Length) - 1;
        foreach ((int node, int feature, bool left) in Steps)
        {
            leadOn &= isLeft(answers, node) == left ? ulong.MaxValue : ~(1UL << feature);
        }

        return leadOn;
    }

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
