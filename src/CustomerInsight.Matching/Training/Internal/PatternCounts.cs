using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>How many pairs show each pattern of levels.</summary>
internal sealed class PatternCounts(PatternCodec codec, IEnumerable<KeyValuePair<ulong, long>> counts)
{
    public PatternCodec Codec => codec;

    /// <summary>By rising code, so that sums over them come out the same on any number of threads.</summary>
    public KeyValuePair<ulong, long>[] Sorted { get; } = [.. counts.OrderBy(static pair => pair.Key)];

    public long Pairs => Sorted.Sum(static pair => pair.Value);

    public static PatternCounts Merge(PatternCodec codec, IEnumerable<Dictionary<ulong, long>> parts)
    {
        var all = new Dictionary<ulong, long>();
        foreach ((ulong code, long count) in parts.SelectMany(static part => part))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(all, code, out _) += count;
        }

        return new PatternCounts(codec, all);
    }
}
