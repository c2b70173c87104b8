namespace CustomerInsight.Matching;

/// <summary>A test over all pairs of values of one attribute: it holds when it holds for any of them.</summary>
internal abstract class ValueTest(StandardizedColumn column) : PairTest
{
    public sealed override StandardizedColumn Column => column;

    public sealed override bool Holds(int left, int right)
    {
        ReadOnlySpan<int> others = column.Ids(right);
        foreach (int l in column.Ids(left))
        {
            foreach (int r in others)
            {
                if (Fits(l, r))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
