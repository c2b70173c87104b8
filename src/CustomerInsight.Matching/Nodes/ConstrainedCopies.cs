namespace CustomerInsight.Matching;

/// <summary>Spreads copies of one content over several nodes, so that each node has at most one record of each duplicate-free source.</summary>
internal sealed class ConstrainedCopies(RecordConstraints constraints)
{
    private readonly Dictionary<(int Node, int Source), int> _counts = [];
    private readonly Dictionary<(int Node, int Turn), int> _further = [];

    /// <summary>Says which node a record goes to.</summary>
    /// <param name="record">The record.</param>
    /// <param name="node">The first node of its content.</param>
    /// <param name="next">The number of a new node.</param>
    public int Place(int record, int node, int next)
    {
        int source = constraints.Source(record);
        if (source < 0)
        {
            return node;
        }

        int turn = _counts.GetValueOrDefault((node, source));
        _counts[(node, source)] = turn + 1;
        if (turn == 0)
        {
            return node;
        }

        if (!_further.TryGetValue((node, turn), out int further))
        {
            further = next;
            _further.Add((node, turn), further);
        }

        return further;
    }
}
