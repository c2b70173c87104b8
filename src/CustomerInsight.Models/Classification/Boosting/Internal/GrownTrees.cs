namespace CustomerInsight.Models;

/// <summary>Makes trees in the units of the data of grown ones.</summary>
internal static class GrownTrees
{
    /// <summary>Makes a tree.</summary>
    /// <param name="grown">The grown nodes.</param>
    /// <param name="columns">The columns they ask for.</param>
    /// <param name="share">What the values are multiplied with: the part of the member.</param>
    public static BoostingTree Tree(GrownNode[] grown, LaneColumn[] columns, double share)
    {
        var nodes = new BoostingNode[grown.Length];
        for (int number = 0; number < grown.Length; number++)
        {
            GrownNode node = grown[number];
            nodes[number] = node.Left == 0 ? BoostingNode.Leaf(node.Value * share, node.Rows) : Question(node, columns[node.Split.Column].Bins);
        }

        return new BoostingTree(ValueList.Create<BoostingNode>(nodes));
    }

    private static BoostingNode Question(GrownNode node, ColumnBins bins)
    {
        SplitCandidate split = node.Split;
        bool missingLeft = split.IsLeft(bins.Values);
        double threshold = 0;
        ValueList<int> levels = [];
        if (bins.Levels is int[] known)
        {
            levels = ValueList.From(known.Where((_, bin) => split.IsLeft(bin) != missingLeft));
        }
        else
        {
            int edge = 0;
            while (edge < bins.Values && split.IsLeft(edge))
            {
                edge++;
            }

            // Where all values go left, missing ones alone go right.
            threshold = edge <= bins.Edges.Length ? bins.Edges[edge - 1] : double.MaxValue;
        }

        return new BoostingNode(split.Column, threshold, levels, missingLeft, node.Left, node.Left + 1, 0, node.Rows, split.Gain / 2);
    }
}
