namespace CustomerInsight.Matching;

/// <summary>Two values have the same part.</summary>
internal sealed class SameDirectTest(PartFeature parts) : ValueDirectTest(parts)
{
    protected override bool Fits(int l, in TextPart left, int r, in TextPart right) => left.Same(right);
}
