namespace CustomerInsight.Models;

/// <summary>Finds the rows at the hearts of groups, and which of them hang together.</summary>
internal static class DbscanSearch
{
    /// <summary>Finds the groups of the distinct rows that have enough neighbours.</summary>
    /// <returns>By distinct row, one name for all of a group; below 0 for a row that is not at the heart of one.</returns>
    public static int[] Cores(DistinctRows rows, int width, double radius, int minimumNeighbors, ParallelOptions parallel)
    {
        var tree = new KdTree(rows.Values, width);
        double squared = radius * radius;
        bool[] core = new bool[rows.Count];
        RowChunks.For(rows.Count, RowChunks.RowsFor(width), parallel, (_, from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                var enough = new WeightVisitor(rows.Weights, minimumNeighbors);
                tree.Within(rows.Values.AsSpan(row * width, width), squared, ref enough);
                core[row] = enough.HasEnough;
            }
        });

        var sets = new DisjointSets(rows.Count);
        var near = new List<int>();
        for (int row = 0; row < rows.Count; row++)
        {
            if (!core[row])
            {
                continue;
            }

            parallel.CancellationToken.ThrowIfCancellationRequested();
            near.Clear();
            var list = new ListVisitor(near);
            tree.Within(rows.Values.AsSpan(row * width, width), squared, ref list);
            foreach (int other in near)
            {
                if (other < row && core[other])
                {
                    sets.Union(row, other);
                }
            }
        }

        return [.. core.Select((isCore, row) => isCore ? sets.Find(row) : GroupAssignment.None)];
    }
}
