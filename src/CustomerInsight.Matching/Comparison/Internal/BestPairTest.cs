namespace CustomerInsight.Matching;

/// <summary>A test over all pairs of values of one attribute: it holds when it holds for any of them.</summary>
internal abstract class BestPairTest(PartColumn column) : PairTest
{
    private const int LongestCompared = 256;

    /// <summary>What is compared of a part: its beginning, since the cost of a comparison grows with the square of the length, and nobody's name is longer.</summary>
    protected ReadOnlySpan<char> Text(int part) => Beginning(column.Text(part));

    public static ReadOnlySpan<char> Beginning(string text) => text.AsSpan(0, Math.Min(text.Length, LongestCompared));

    public sealed override bool Holds(int left, int right)
    {
        foreach (int l in column.Values(left))
        {
            int leftPart = column.Part(l);
            if (leftPart < 0)
            {
                continue;
            }

            foreach (int r in column.Values(right))
            {
                int rightPart = column.Part(r);
                if (rightPart >= 0 && (leftPart == rightPart || Near(leftPart, rightPart)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    protected abstract bool Near(int leftPart, int rightPart);
}
