namespace CustomerInsight.Models;

/// <summary>A tree in a file, column by column of its nodes; what leaves do not have is left out.</summary>
internal sealed class BoostingTreeFile
{
    /// <summary>Gets the column each node asks for; −1 for a leaf.</summary>
    public required int[] Features { get; init; }

    /// <summary>Gets the left node of each question.</summary>
    public required int[] Left { get; init; }

    /// <summary>Gets the right node of each question.</summary>
    public required int[] Right { get; init; }

    /// <summary>Gets the threshold of each question; 0 where it has levels.</summary>
    public required double[] Thresholds { get; init; }

    /// <summary>Gets whether missing values go left, for each question.</summary>
    public required bool[] MissingLeft { get; init; }

    /// <summary>Gets by how much each question lowered the loss.</summary>
    public required double[] Gains { get; init; }

    /// <summary>Gets the levels of each question about a category, in their order.</summary>
    public int[][]? Levels { get; init; }

    /// <summary>Gets the value of each leaf.</summary>
    public required double[] Values { get; init; }

    /// <summary>Gets the rows of each node.</summary>
    public required double[] Covers { get; init; }

    public static BoostingTreeFile From(BoostingTree tree)
    {
        BoostingNode[] questions = [.. tree.Nodes.Where(static node => !node.IsLeaf)];
        int[][] levels = [.. questions.Where(static node => node.Levels.Count > 0).Select(static node => node.Levels.ToArray())];
        return new BoostingTreeFile
        {
            Features = [.. tree.Nodes.Select(static node => node.Feature)],
            Left = [.. questions.Select(static node => node.Left)],
            Right = [.. questions.Select(static node => node.Right)],
            Thresholds = [.. questions.Select(static node => node.Threshold)],
            MissingLeft = [.. questions.Select(static node => node.MissingLeft)],
            Gains = [.. questions.Select(static node => node.Gain)],
            Levels = levels.Length > 0 ? levels : null,
            Values = [.. tree.Nodes.Where(static node => node.IsLeaf).Select(static node => node.Value)],
            Covers = [.. tree.Nodes.Select(static node => node.Cover)],
        };
    }

    /// <param name="isCategory">Whether each column holds categories.</param>
    public BoostingTree ToTree(bool[] isCategory)
    {
        CheckCounts(isCategory);
        var nodes = new BoostingNode[Features.Length];
        (int question, int leaf, int levels) = (0, 0, 0);
        for (int number = 0; number < nodes.Length; number++)
        {
            int feature = Features[number];
            nodes[number] = feature < 0
                ? BoostingNode.Leaf(Values[leaf++], Covers[number])
                : new BoostingNode(
                    feature,
                    Thresholds[question],
                    isCategory[feature] ? ValueList.Create<int>(Levels![levels++]) : [],
                    MissingLeft[question],
                    Left[question],
                    Right[question],
                    0,
                    Covers[number],
                    Gains[question++]);
        }

        return new BoostingTree(ValueList.Create<BoostingNode>(nodes));
    }

    private void CheckCounts(bool[] isCategory)
    {
        // A reader takes null for any list.
        int nodes = Features?.Length ?? 0;
        int questions = Features?.Count(static feature => feature >= 0) ?? 0;
        if (nodes == 0
            || Features!.Any(feature => feature < -1 || feature >= isCategory.Length)
            || Covers?.Length != nodes
            || Values?.Length != nodes - questions
            || new int?[] { Left?.Length, Right?.Length, Thresholds?.Length, MissingLeft?.Length, Gains?.Length }.Any(count => count != questions)
            || (Levels?.Length ?? 0) != Features!.Count(feature => feature >= 0 && isCategory[feature])
            || Levels?.Contains(null) == true)
        {
            throw new ArgumentException("A tree asks for a column that is not there, or has not as many numbers as nodes.");
        }
    }
}
