namespace CustomerInsight;

/// <summary>Deals columns out to threads, such that each has about as much to do.</summary>
internal static class ColumnShares
{
    private const int SampleLength = 1024;

    // What a value costs that was not met before, beside one that was.
    private const int NewValueCost = 4;

    /// <summary>The columns of each thread, each column once; no share is empty.</summary>
    public static List<int>[] Of(RecordSchema schema, SourceRecord[] records, int threads)
    {
        int count = Math.Clamp(threads < 0 ? Environment.ProcessorCount : threads, 1, Math.Max(schema.Attributes.Count, 1));
        List<int>[] shares = [.. Enumerable.Range(0, count).Select(static _ => new List<int>())];
        long[] costs = new long[count];
        foreach ((int attribute, long cost) in schema.Attributes.Select((attribute, i) => (i, Cost(attribute.Name, records))).OrderByDescending(static pair => pair.Item2))
        {
            int least = Array.IndexOf(costs, costs.Min());
            shares[least].Add(attribute);
            costs[least] += cost + 1;
        }

        return [.. shares.Where(static share => share.Count > 0)];
    }

    private static long Cost(string attribute, SourceRecord[] records)
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        long values = 0;
        int step = Math.Max(1, records.Length / SampleLength);
        for (int i = 0; i < records.Length; i += step)
        {
            if (records[i][attribute].First is { } value)
            {
                values++;
                distinct.Add(value);
            }
        }

        return values + (NewValueCost * distinct.Count);
    }
}
