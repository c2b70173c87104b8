namespace CustomerInsight.Matching;

/// <summary>Two names agree but for initials.</summary>
internal sealed class InitialDirectTest(PartFeature parts, DirectFeature<bool> hasInitial) : ValueDirectTest(parts)
{
    protected override bool Fits(int l, in TextPart left, int r, in TextPart right) =>
        left.Same(right) || ((hasInitial.Left[l] || hasInitial.Right[r]) && NameWords.AgreeInInitials(left.Beginning, right.Beginning));
}
