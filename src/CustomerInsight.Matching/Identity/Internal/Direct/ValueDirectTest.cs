namespace CustomerInsight.Matching;

/// <summary>A test over all pairs of parts of one attribute: it holds when it holds for any two that are there.</summary>
/// <param name="parts">The parts.</param>
internal abstract class ValueDirectTest(PartFeature parts) : DirectTest
{
    public sealed override bool Holds()
    {
        ReadOnlySpan<TextPart> left = parts.Left;
        ReadOnlySpan<TextPart> right = parts.Right;
        if (left.Length == 1 && right.Length == 1)
        {
            return !left[0].IsNone && !right[0].IsNone && Fits(0, left[0], 0, right[0]);
        }

        for (int l = 0; l < left.Length; l++)
        {
            for (int r = 0; r < right.Length; r++)
            {
                if (!left[l].IsNone && !right[r].IsNone && Fits(l, left[l], r, right[r]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether two parts fit.</summary>
    /// <param name="l">The position of the left content's value.</param>
    /// <param name="left">Its part.</param>
    /// <param name="r">The position of the right content's value.</param>
    /// <param name="right">Its part.</param>
    protected abstract bool Fits(int l, in TextPart left, int r, in TextPart right);
}
