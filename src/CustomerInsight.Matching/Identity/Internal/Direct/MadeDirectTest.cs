namespace CustomerInsight.Matching;

/// <summary>A test of what is made of two parts.</summary>
/// <param name="parts">The parts.</param>
/// <param name="feature">What is made of each.</param>
/// <param name="same">Whether the same part fits itself, whatever is made of it.</param>
/// <param name="fits">Whether two fit.</param>
internal sealed class MadeDirectTest<T>(PartFeature parts, DirectFeature<T> feature, bool same, Func<T, T, bool> fits) : ValueDirectTest(parts)
{
    protected override bool Fits(int l, in TextPart left, int r, in TextPart right) => (same && left.Same(right)) || fits(feature.Left[l], feature.Right[r]);
}
