namespace CustomerInsight.Matching;

/// <summary>What one content has in the first attribute, the other has in the second, both ways round where both are filled.</summary>
internal sealed class CrossedDirectTest(PartFeature first, PartFeature second) : DirectTest
{
    public override bool Holds()
    {
        ReadOnlySpan<TextPart> leftFirst = first.Left;
        ReadOnlySpan<TextPart> leftSecond = second.Left;
        ReadOnlySpan<TextPart> rightFirst = first.Right;
        ReadOnlySpan<TextPart> rightSecond = second.Right;
        bool one = Meet(leftFirst, rightSecond);
        bool other = Meet(rightFirst, leftSecond);
        return (one && (other || leftSecond.IsEmpty || rightFirst.IsEmpty)) || (other && (leftFirst.IsEmpty || rightSecond.IsEmpty));
    }

    private static bool Meet(ReadOnlySpan<TextPart> values, ReadOnlySpan<TextPart> others)
    {
        foreach (ref readonly TextPart value in values)
        {
            foreach (ref readonly TextPart other in others)
            {
                if (value.Same(other))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
