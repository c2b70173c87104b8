namespace CustomerInsight.Models;

/// <summary>A tree of questions: a row goes from the first node to a leaf.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record BoostingTree
{
    /// <summary>How many questions there may be between the root and a leaf.</summary>
    public const int MostDepth = 64;

    /// <summary>By which part covers may differ: other libraries sum them in single precision.</summary>
    private const double CoverTolerance = 1e-4;

    /// <summary>Makes a tree.</summary>
    /// <param name="nodes">The nodes, the root first, each before those below it.</param>
    /// <exception cref="ArgumentException">The nodes are no tree: one has two nodes above it or none, or more than <see cref="MostDepth"/>, a number is not finite, a cover not above 0
    /// or not that of the two nodes below, or levels do not rise from 0 or above.</exception>
    public BoostingTree(ValueList<BoostingNode> nodes)
    {
        if (nodes.Count == 0)
        {
            throw new ArgumentException("A tree has at least one node. Give a leaf for a tree that asks nothing.", nameof(nodes));
        }

        // How many nodes are on the way to each, itself included; 0 where none leads there yet.
        int[] reached = new int[nodes.Count];
        reached[0] = 1;
        for (int number = 0; number < nodes.Count; number++)
        {
            BoostingNode node = nodes[number];
            if (reached[number] == 0 || !(node.Cover > 0) || !double.IsFinite(node.Cover) || !double.IsFinite(node.Value) || !double.IsFinite(node.Threshold) || !double.IsFinite(node.Gain))
            {
                throw new ArgumentException(FormattableString.Invariant($"Node {number} is below no other, or has a number that is not finite or a cover that is not above 0."), nameof(nodes));
            }

            if (!AreRising(node.Levels))
            {
                throw new ArgumentException(FormattableString.Invariant($"The levels of node {number} do not rise from 0 or above. Give them in their order, each once."), nameof(nodes));
            }

            if (!node.IsLeaf && (!Reach(node.Left, number, reached) || !Reach(node.Right, number, reached)))
            {
                throw new ArgumentException(FormattableString.Invariant($"The nodes below node {number} are not there, not after it, also below another, or below more than {MostDepth} questions. Number the nodes from the root down."), nameof(nodes));
            }

            if (!node.IsLeaf && !(Math.Abs(nodes[node.Left].Cover + nodes[node.Right].Cover - node.Cover) <= CoverTolerance * node.Cover))
            {
                throw new ArgumentException(FormattableString.Invariant($"The cover of node {number} is not that of the two nodes below it. Rows that come to a question go on to one of both."), nameof(nodes));
            }
        }

        Nodes = nodes;
    }

    /// <summary>Gets the nodes, the root first, each before those below it.</summary>
    public ValueList<BoostingNode> Nodes { get; }

    /// <summary>Gets how many leaves there are.</summary>
    public int Leaves => (Nodes.Count + 1) / 2;

    /// <summary>Gives what the tree adds where nothing is known: the mean over the covers of the leaves.</summary>
    internal double Expected()
    {
        double[] expected = new double[Nodes.Count];
        for (int number = expected.Length - 1; number >= 0; number--)
        {
            BoostingNode node = Nodes[number];
            double left = node.IsLeaf ? 1 : Nodes[node.Left].Cover;
            double right = node.IsLeaf ? 0 : Nodes[node.Right].Cover;
            expected[number] = node.IsLeaf ? node.Value : ((left * expected[node.Left]) + (right * expected[node.Right])) / (left + right);
        }

        return expected[0];
    }

    private static bool AreRising(ValueList<int> levels)
    {
        for (int i = 0; i < levels.Count; i++)
        {
            if (levels[i] < 0 || (i > 0 && levels[i] <= levels[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Reach(int child, int parent, int[] reached)
    {
        if (child <= parent || child >= reached.Length || reached[child] > 0 || reached[parent] > MostDepth)
        {
            return false;
        }

        reached[child] = reached[parent] + 1;
        return true;
    }
}
