using System.Collections;

namespace CustomerInsight.Matching;

/// <summary>The compared pairs that a run keeps: all whose probability is at least <see cref="MatchingOptions.KeptProbability"/>, by rising left, then right record.</summary>
/// <remarks>24 bytes a pair; a <see cref="ScoredPair"/> is made when it is asked for.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ScoredPairs : IReadOnlyList<ScoredPair>
{
    private readonly MatchNodes _nodes;
    private readonly ScoredLink[] _pairs;
    private readonly ValueList<BlockCounts> _rules;

    internal ScoredPairs(MatchNodes nodes, List<ScoredLink> pairs, ValueList<BlockCounts> rules)
    {
        _nodes = nodes;
        _rules = rules;
        _pairs = [.. pairs];
        Array.Sort(_pairs, static (left, right) => left.Left != right.Left ? left.Left.CompareTo(right.Left) : left.Right.CompareTo(right.Right));
    }

    /// <inheritdoc/>
    public int Count => _pairs.Length;

    /// <summary>The pairs as nodes, in the same order.</summary>
    internal ReadOnlySpan<ScoredLink> Nodes => _pairs;

    /// <inheritdoc/>
    public ScoredPair this[int index]
    {
        get
        {
            ScoredLink pair = _pairs[index];
            return new ScoredPair(_nodes.Representative(pair.Left), _nodes.Representative(pair.Right), pair.Weight, _rules[pair.Rule].Rule);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<ScoredPair> GetEnumerator()
    {
        for (int i = 0; i < _pairs.Length; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
