namespace CustomerInsight.Matching;

/// <summary>Two parts are not more than some edits apart.</summary>
internal sealed class EditsDirectTest(PartFeature parts, DirectFeature<TextSketch> sketches, int edits, EditKind kind) : ValueDirectTest(parts)
{
    public override int Cost => 3;

    protected override bool Fits(int l, in TextPart left, int r, in TextPart right)
    {
        ReadOnlySpan<char> one = left.Beginning;
        ReadOnlySpan<char> other = right.Beginning;
        return left.Same(right) || (Math.Abs(one.Length - other.Length) <= edits && EditsFit.Near(sketches.Left[l], sketches.Right[r], one, other, edits, kind));
    }
}
