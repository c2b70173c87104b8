namespace CustomerInsight.Matching;

/// <summary>A compiled condition on pairs of nodes. Each worker has its own.</summary>
internal sealed class NodeTest(PairTest test, MatchNodes nodes)
{
    public bool Holds(int left, int right) => test.Holds(nodes.Representative(left), nodes.Representative(right));
}
