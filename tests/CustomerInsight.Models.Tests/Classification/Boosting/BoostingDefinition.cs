namespace CustomerInsight.Models.Tests;

/// <summary>Boosting as it is defined: in doubles, over all rows for each split. One member, no draws, no more different values than bins, no more categories than are tried one by one.</summary>
internal static class BoostingDefinition
{
    public static double[] Margins(ClassificationData data, BoostingOptions options)
    {
        double[] labels = [.. data.Labels.ToArray().Select(static label => label ? 1.0 : 0)];
        double[] weights = data.Weights.Length > 0 ? data.Weights.ToArray() : [.. labels.Select(static _ => 1.0)];
        double with = labels.Zip(weights, static (label, weight) => label * weight).Sum();
        double[] margins = [.. labels.Select(_ => Math.Log(with / (weights.Sum() - with)))];
        for (int round = 0; round < options.Rounds; round++)
        {
            double[] chances = [.. margins.Select(static margin => 1 / (1 + Math.Exp(-margin)))];
            double[] gradients = [.. chances.Select((p, row) => weights[row] * (p - labels[row]))];
            double[] hessians = [.. chances.Select((p, row) => weights[row] * p * (1 - p))];
            foreach (int[] leaf in Leaves(data, options, gradients, hessians))
            {
                double value = -leaf.Sum(row => gradients[row]) / (leaf.Sum(row => hessians[row]) + options.L2);
                foreach (int row in leaf)
                {
                    margins[row] += options.LearningRate * value;
                }
            }
        }

        return margins;
    }

    private static List<int[]> Leaves(ClassificationData data, BoostingOptions options, double[] gradients, double[] hessians)
    {
        (int Column, Func<double, bool> GoesLeft)[] splits = [.. Enumerable.Range(0, data.Features.Columns.Count).SelectMany(column => Splits(data, column).Select(split => (column, split)))];
        List<int[]> leaves = [[.. Enumerable.Range(0, data.Rows)]];
        while (leaves.Count < options.MaximumLeaves)
        {
            (double Gain, int Leaf, int[] Left, int[] Right) best = (1e-9, -1, [], []);
            for (int leaf = 0; leaf < leaves.Count; leaf++)
            {
                foreach ((int column, Func<double, bool> goesLeft) in splits)
                {
                    int[] left = [.. leaves[leaf].Where(row => goesLeft(data.Features.Row(row)[column]))];
                    int[] right = [.. leaves[leaf].Where(row => !goesLeft(data.Features.Row(row)[column]))];
                    double gain = Score(left) + Score(right) - Score(leaves[leaf]);
                    if (Math.Min(left.Length, right.Length) >= options.MinimumLeafRows && Math.Min(Sum(left), Sum(right)) >= options.MinimumLeafHessian && gain > best.Gain)
                    {
                        best = (gain, leaf, left, right);
                    }
                }
            }

            if (best.Leaf < 0)
            {
                break;
            }

            leaves[best.Leaf] = best.Left;
            leaves.Add(best.Right);
        }

        return leaves;

        double Sum(int[] rows) => rows.Sum(row => hessians[row]);

        double Score(int[] rows) => Math.Pow(rows.Sum(row => gradients[row]), 2) / (Sum(rows) + options.L2);
    }

    private static IEnumerable<Func<double, bool>> Splits(ClassificationData data, int column)
    {
        bool isCategory = data.Categories.Contains(data.Features.Columns[column]);
        foreach (double value in Enumerable.Range(0, data.Rows).Select(row => data.Features.Row(row)[column]).Distinct().Order())
        {
            if (isCategory)
            {
                yield return other => other.Equals(value);
            }
            else
            {
                yield return other => other <= value;
                yield return other => other <= value || double.IsNaN(other);
            }
        }
    }
}
