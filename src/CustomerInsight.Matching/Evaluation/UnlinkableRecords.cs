namespace CustomerInsight.Matching;

/// <summary>Records that say so little that not even a perfect copy of them would be linked: their weight against themselves is below the threshold.</summary>
/// <remarks>No threshold, rule or label finds their partners; only more data does. Splink's "unlinkables" chart shows the same.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class UnlinkableRecords
{
    private readonly MatchNodes _nodes;
    private readonly (double Weight, int Node)[] _weights;
    private readonly long[] _records;

    private UnlinkableRecords(MatchNodes nodes, (double Weight, int Node)[] weights, int records)
    {
        _nodes = nodes;
        _weights = weights;
        Records = records;
        _records = new long[weights.Length + 1];
        for (int i = 0; i < weights.Length; i++)
        {
            _records[i + 1] = _records[i] + nodes.Records(weights[i].Node).Length;
        }
    }

    /// <summary>Gets how many records there are in all.</summary>
    public int Records { get; }

    /// <summary>Gets for each distinct weight that records have against themselves how many records have at most that weight, by rising weight.</summary>
    public IEnumerable<(double Weight, long Records)> Points
    {
        get
        {
            for (int i = 0; i < _weights.Length; i++)
            {
                if (i == _weights.Length - 1 || _weights[i + 1].Weight != _weights[i].Weight)
                {
                    yield return (_weights[i].Weight, _records[i + 1]);
                }
            }
        }
    }

    /// <summary>Weighs every record of a run against itself.</summary>
    /// <param name="result">What matching found.</param>
    /// <returns>The weights. Cost O(contents · log).</returns>
    public static UnlinkableRecords Of(MatchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        IPairScorer scorer = result.CreateScorer();
        (double Weight, int Node)[] weights = [.. Enumerable.Range(0, result.Nodes.Count).Select(node => (scorer.Weight(result.Nodes.Representative(node), result.Nodes.Representative(node)), node))];
        Array.Sort(weights);
        return new UnlinkableRecords(result.Nodes, weights, result.Table.Count);
    }

    /// <summary>Counts the records that cannot be linked at a threshold.</summary>
    /// <param name="probability">The probability from which on pairs are linked, from 0 to 1.</param>
    /// <returns>How many records weigh less against themselves. Cost O(log n).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside [0, 1].</exception>
    public long CountAt(double probability) => _records[Below(probability)];

    /// <summary>Finds the records that cannot be linked at a threshold.</summary>
    /// <param name="probability">The probability from which on pairs are linked, from 0 to 1.</param>
    /// <returns>Their positions in the run's records, rising.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside [0, 1].</exception>
    public IReadOnlyList<int> At(double probability) => [.. _weights.Take(Below(probability)).SelectMany(weight => _nodes.Records(weight.Node).ToArray()).Order()];

    /// <summary>How many contents weigh less than the threshold.</summary>
    private int Below(double probability)
    {
        int position = Array.BinarySearch(_weights, (MatchWeight.OfProbability(probability), -1));
        return position < 0 ? ~position : position;
    }
}
