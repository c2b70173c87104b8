namespace CustomerInsight.Matching;

/// <summary>Puts nodes in the order of their clusters.</summary>
internal static class NodesByLabel
{
    /// <summary>The nodes cluster by cluster; inside a cluster rising.</summary>
    public static int[] Of(ValueList<int> labels)
    {
        int[] next = new int[labels.Count + 1];
        foreach (int label in labels)
        {
            next[label + 1]++;
        }

        for (int label = 0; label < labels.Count; label++)
        {
            next[label + 1] += next[label];
        }

        int[] order = new int[labels.Count];
        for (int node = 0; node < order.Length; node++)
        {
            order[next[labels[node]]++] = node;
        }

        return order;
    }
}
