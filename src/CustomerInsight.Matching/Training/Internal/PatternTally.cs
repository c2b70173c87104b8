using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Compares pairs of nodes and counts how many show each pattern of levels.</summary>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class PatternTally(PairLevels pairs, PatternCodec codec, MatchNodes nodes)
{
    private readonly PairBatch _batch = new();
    private readonly UInt128[] _codes = new UInt128[PairLevels.BatchSize];
    private readonly Dictionary<UInt128, long> _counts = [];

    /// <summary>The pairs of each pattern by its code.</summary>
    public IReadOnlyDictionary<UInt128, long> Counts()
    {
        Compare();
        return _counts;
    }

    public void Add(int left, int right)
    {
        _batch.Add(nodes.Representative(left), nodes.Representative(right));
        if (_batch.IsFull)
        {
            Compare();
        }
    }

    private void Compare()
    {
        pairs.Load(_batch);
        pairs.FindAll();
        Span<UInt128> codes = _codes.AsSpan(0, _batch.Count);
        codes.Clear();
        for (int comparison = 0; comparison < pairs.Count; comparison++)
        {
            codec.Add(comparison, pairs.Levels(comparison), codes);
        }

        foreach (UInt128 code in codes)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, code, out _)++;
        }

        _batch.Clear();
    }
}
