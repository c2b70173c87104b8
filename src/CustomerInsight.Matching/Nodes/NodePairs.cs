namespace CustomerInsight.Matching;

/// <summary>The pairs of nodes that may be compared, listed and drawn without a look at those that may not.</summary>
/// <remarks>By rising source the later nodes that a node may meet are one run: the rest of its own source, or all of the sources after it.</remarks>
internal sealed class NodePairs
{
    private readonly int[] _order;
    private readonly int[] _sourceEnds;
    private readonly long[] _starts;
    private readonly bool _acrossSources;

    public NodePairs(MatchNodes nodes)
    {
        _acrossSources = nodes.Mode == LinkMode.LinkOnly;
        _order = [.. Enumerable.Range(0, nodes.Count).OrderBy(nodes.Source)];
        _sourceEnds = new int[_order.Length];
        for (int i = _order.Length - 1; i >= 0; i--)
        {
            _sourceEnds[i] = i + 1 < _order.Length && nodes.Source(_order[i]) == nodes.Source(_order[i + 1]) ? _sourceEnds[i + 1] : i + 1;
        }

        _starts = new long[_order.Length + 1];
        for (int i = 0; i < _order.Length; i++)
        {
            (int first, int end) = Later(i);
            _starts[i + 1] = _starts[i] + end - first;
        }
    }

    /// <summary>How many there are.</summary>
    public long Count => _starts[^1];

    /// <summary>Gives one row of all pairs; the rows 0 to one below the number of nodes hold each pair once, the lower node first.</summary>
    public void Row(int row, Action<int, int> add)
    {
        (int first, int end) = Later(row);
        for (int i = first; i < end; i++)
        {
            add(Math.Min(_order[row], _order[i]), Math.Max(_order[row], _order[i]));
        }
    }

    /// <summary>Draws a pair, each as likely (but for less than one part in 2⁶⁴ / <see cref="Count"/>); there must be one.</summary>
    public (int Left, int Right) Draw(SeededRandom random)
    {
        long rank = (long)Math.BigMul(random.NextBits(), (ulong)Count, out _);
        int row = RowOf(rank);
        int one = _order[row];
        int other = _order[Later(row).First + (int)(rank - _starts[row])];
        return (Math.Min(one, other), Math.Max(one, other));
    }

    private (int First, int End) Later(int row) => _acrossSources ? (_sourceEnds[row], _order.Length) : (row + 1, _sourceEnds[row]);

    /// <summary>The last row that starts at or before a rank; rows without pairs come before the one that holds it.</summary>
    private int RowOf(long rank)
    {
        int low = 0;
        int high = _order.Length - 1;
        while (low < high)
        {
            int middle = low + ((high - low + 1) / 2);
            if (_starts[middle] <= rank)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
