using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Compares pairs of nodes and counts how many show each pattern of levels.</summary>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class PatternTally(PairLevels pairs, PatternCodec codec, MatchNodes nodes)
{
    private readonly int[] _levels = new int[pairs.Count];
    private readonly Dictionary<UInt128, long> _counts = [];

    /// <summary>The pairs of each pattern by its code.</summary>
    public IReadOnlyDictionary<UInt128, long> Counts => _counts;

    public void Add(int left, int right)
    {
        pairs.Find(nodes.Representative(left), nodes.Representative(right), _levels);
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, codec.Encode(_levels), out _)++;
    }
}
