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
                parallel.CancellationToken.ThrowIfCancellationRequested();
                var enough = new WeightVisitor(rows.Weights, minimumNeighbors);
                tree.Within(rows.Values.AsSpan(row * width, width), squared, ref enough);
                core[row] = enough.HasEnough;
            }
        });

        int[] numbers = [.. Enumerable.Range(0, rows.Count).Where(row => core[row])];
        int[] groups = new int[rows.Count];
        Array.Fill(groups, GroupAssignment.None);
        var cores = new KdTree(RowOrder.Take(rows.Values, width, numbers), width);
        var joins = new CoreJoins(cores, squared, parallel.CancellationToken);
        for (int place = 0; place < numbers.Length; place++)
        {
            groups[numbers[cores.NumberAt(place)]] = joins.Find(place);
        }

        return groups;
    }
}
