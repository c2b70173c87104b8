namespace CustomerInsight.Models;

/// <summary>Deals groups of rows to folds so that each fold gets as many events and as many rows as the others.</summary>
internal static class GroupDealing
{
    /// <summary>Gives the fold of each row.</summary>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="ofRow">The number of each row's group.</param>
    /// <param name="order">The groups in the order in which those of the same size are dealt.</param>
    /// <param name="count">How many folds.</param>
    public static int[] Deal(ReadOnlySpan<bool> labels, int[] ofRow, int[] order, int count)
    {
        int[] events = new int[order.Length];
        int[] rows = new int[order.Length];
        for (int row = 0; row < ofRow.Length; row++)
        {
            rows[ofRow[row]]++;
            events[ofRow[row]] += labels[row] ? 1 : 0;
        }

        // The largest first, since later ones can even out what they leave.
        int[] foldOf = new int[order.Length];
        var byNeed = new PriorityQueue<int, (int Events, int Rows, int Fold)>();
        var byRows = new PriorityQueue<int, (int Rows, int Fold)>();
        int[] foldEvents = new int[count];
        int[] foldRows = new int[count];
        byNeed.EnqueueRange(Enumerable.Range(0, count).Select(static fold => (fold, (0, 0, fold))));
        IOrderedEnumerable<int> dealt = order.OrderByDescending(group => events[group]).ThenByDescending(group => rows[group]);
        foreach (int group in dealt.TakeWhile(group => events[group] > 0))
        {
            int fold = byNeed.Dequeue();
            foldOf[group] = fold;
            foldEvents[fold] += events[group];
            foldRows[fold] += rows[group];
            byNeed.Enqueue(fold, (foldEvents[fold], foldRows[fold], fold));
        }

        byRows.EnqueueRange(Enumerable.Range(0, count).Select(fold => (fold, (foldRows[fold], fold))));
        foreach (int group in dealt.SkipWhile(group => events[group] > 0))
        {
            int fold = byRows.Dequeue();
            foldOf[group] = fold;
            foldRows[fold] += rows[group];
            byRows.Enqueue(fold, (foldRows[fold], fold));
        }

        return [.. ofRow.Select(group => foldOf[group])];
    }
}
