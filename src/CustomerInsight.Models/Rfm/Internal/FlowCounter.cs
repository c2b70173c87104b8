namespace CustomerInsight.Models;

/// <summary>Counts who went from which segment to which. Customers of both results are in ordinal order.</summary>
internal static class FlowCounter
{
    public static ValueList<RfmFlow> Count(RfmResult before, RfmResult after, ValueList<string> segments)
    {
        var places = segments.Select(static (name, place) => (name, place)).ToDictionary(static segment => segment.name, static segment => segment.place, StringComparer.Ordinal);
        int none = segments.Count;
        var sums = new (int Customers, decimal Before, decimal After)[none + 1, none + 1];
        int left = 0;
        int right = 0;
        while (left < before.Customers.Count || right < after.Customers.Count)
        {
            int order = left == before.Customers.Count ? 1
                : right == after.Customers.Count ? -1
                : string.CompareOrdinal(before.NameAt(left), after.NameAt(right));
            (int from, decimal revenueBefore) = order <= 0 ? before.SegmentAt(left++, places) : (none, 0);
            (int to, decimal revenueAfter) = order >= 0 ? after.SegmentAt(right++, places) : (none, 0);
            ref (int Customers, decimal Before, decimal After) sum = ref sums[from, to];
            sum = (sum.Customers + 1, sum.Before + revenueBefore, sum.After + revenueAfter);
        }

        var flows = new List<RfmFlow>();
        for (int from = 0; from <= none; from++)
        {
            int all = Enumerable.Range(0, none + 1).Sum(to => sums[from, to].Customers);
            for (int to = 0; to <= none; to++)
            {
                (int customers, decimal revenueBefore, decimal revenueAfter) = sums[from, to];
                if (customers > 0)
                {
                    flows.Add(new RfmFlow(
                        from == none ? null : segments[from], to == none ? null : segments[to], customers, (double)customers / all, revenueBefore, revenueAfter));
                }
            }
        }

        return ValueList.From(flows);
    }
}
