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

    /// <summary>The position of the match rule that links two nodes, or <see cref="PairRules.None"/>. O(log pairs).</summary>
    internal int MatchRule(int one, int other)
    {
        (int left, int right) = (Math.Min(one, other), Math.Max(one, other));
        (int low, int high) = (0, _pairs.Length);
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            ScoredLink pair = _pairs[middle];
            (low, high) = pair.Left < left || (pair.Left == left && pair.Right < right) ? (middle + 1, high) : (low, middle);
        }

        return low < _pairs.Length && _pairs[low].Left == left && _pairs[low].Right == right ? _pairs[low].MatchRule : PairRules.None;
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
