namespace CustomerInsight.Matching;

/// <summary>Two parts are alike by a comparator.</summary>
internal sealed class SimilarDirectTest(PartFeature parts, SimilarityMemo memo, double atLeast) : ValueDirectTest(parts)
{
    public override int Cost => 6;

    protected override bool Fits(int l, in TextPart left, int r, in TextPart right) => left.Same(right) || memo.Similarity(l, left, r, right) >= atLeast;
}
