using System.Numerics;

namespace CustomerInsight.Models.Tests;

/// <summary>Shapley values of trees by their definition: over all sets of features.</summary>
internal static class ShapleyDefinition
{
    public static double[] Of(BoostingModel model, double[] row)
    {
        int count = model.Columns.Count;
        double[] known = [.. Enumerable.Range(0, 1 << count).Select(set => model.Trees.Sum(tree => Expected(tree, 0, row, set)))];
        double[] values = new double[count];
        for (int feature = 0; feature < count; feature++)
        {
            for (int set = 0; set < known.Length; set++)
            {
                if ((set >> feature & 1) == 0)
                {
                    int size = BitOperations.PopCount((uint)set);
                    values[feature] += Factorial(size) * Factorial(count - size - 1) / Factorial(count) * (known[set | (1 << feature)] - known[set]);
                }
            }
        }

        return values;
    }

    /// <summary>The log-odds, where all features are known.</summary>
    public static double Margin(BoostingModel model, double[] row) => model.StartingMargin + model.Trees.Sum(tree => Expected(tree, 0, row, -1));

    /// <summary>What a tree adds where only the features of a set are known.</summary>
    private static double Expected(BoostingTree tree, int number, double[] row, int set)
    {
        BoostingNode node = tree.Nodes[number];
        if (node.IsLeaf)
        {
            return node.Value;
        }

        if ((set >> node.Feature & 1) != 0)
        {
            double value = row[node.Feature];
            bool left = double.IsNaN(value) ? node.MissingLeft : node.Levels.Count > 0 ? node.Levels.Contains((int)value) != node.MissingLeft : value < node.Threshold;
            return Expected(tree, left ? node.Left : node.Right, row, set);
        }

        double leftCover = tree.Nodes[node.Left].Cover;
        double rightCover = tree.Nodes[node.Right].Cover;
        return ((leftCover * Expected(tree, node.Left, row, set)) + (rightCover * Expected(tree, node.Right, row, set))) / (leftCover + rightCover);
    }

    private static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
