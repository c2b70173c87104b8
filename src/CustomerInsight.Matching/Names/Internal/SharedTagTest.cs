namespace CustomerInsight.Matching;

/// <summary>Two records have values that are equal or share a number.</summary>
internal sealed class SharedTagTest(StandardizedColumn column, ValueTags tags) : PairTest
{
    public override bool Holds(int left, int right)
    {
        foreach (int l in column.Ids(left))
        {
            foreach (int r in column.Ids(right))
            {
                if (l == r || tags.Share(l, r))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
