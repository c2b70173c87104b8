namespace CustomerInsight;

/// <summary>Merges the sorted runs of an array in place.</summary>
internal static class RunMerge
{
    /// <summary>Merges neighbours, shorter runs first, so that runs of which each is as long as all before it are moved hardly more than once.</summary>
    /// <param name="items">The runs, one after the other.</param>
    /// <param name="starts">Where each begins; the first at 0.</param>
    /// <param name="comparison">The order in which each run is.</param>
    public static void Merge<T>(T[] items, List<int> starts, Comparison<T> comparison)
    {
        var waiting = new Stack<(int Start, int End)>();
        for (int run = 0; run < starts.Count; run++)
        {
            (int start, int end) = (starts[run], run + 1 < starts.Count ? starts[run + 1] : items.Length);
            while (waiting.TryPeek(out (int Start, int End) before) && before.End - before.Start <= end - start)
            {
                Merge(items, before.Start, start, end, comparison);
                start = waiting.Pop().Start;
            }

            waiting.Push((start, end));
        }

        for ((int _, int end) = waiting.Pop(); waiting.TryPop(out (int Start, int End) before);)
        {
            Merge(items, before.Start, before.End, end, comparison);
        }
    }

    private static void Merge<T>(T[] items, int start, int middle, int end, Comparison<T> comparison)
    {
        T[] left = items[start..middle];
        int taken = 0;
        int right = middle;
        for (int at = start; taken < left.Length; at++)
        {
            items[at] = right < end && comparison(items[right], left[taken]) < 0 ? items[right++] : left[taken++];
        }
    }
}
