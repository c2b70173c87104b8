namespace CustomerInsight.Matching;

/// <summary>Two given names are the same or forms of one name.</summary>
internal sealed class NicknameDirectTest(PartFeature parts, DirectFeature<int[]> formalNames) : ValueDirectTest(parts)
{
    protected override bool Fits(int l, in TextPart left, int r, in TextPart right) =>
        left.Same(right) || (formalNames.Left[l] is { Length: > 0 } one && SetSimilarities.Shared<int>(one, formalNames.Right[r]) > 0);
}
