namespace CustomerInsight.Matching;

/// <summary>Two dates are the same, or would be if one had day and month swapped.</summary>
internal sealed class DaySwapDirectTest(PartFeature dates) : ValueDirectTest(dates)
{
    protected override bool Fits(int l, in TextPart left, int r, in TextPart right)
    {
        ReadOnlySpan<char> one = left.Span;
        ReadOnlySpan<char> other = right.Span;
        return left.Same(right) || (one[..4].SequenceEqual(other[..4]) && one.Slice(5, 2).SequenceEqual(other[8..]) && one[8..].SequenceEqual(other.Slice(5, 2)));
    }
}
