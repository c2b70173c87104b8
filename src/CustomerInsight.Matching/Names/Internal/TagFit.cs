namespace CustomerInsight.Matching;

/// <summary>Two values are equal or share a tag.</summary>
/// <param name="tags">The tags of each value.</param>
internal readonly struct TagFit(ValueTags tags) : IValueFit
{
    public bool Fits(int leftValue, int rightValue) => leftValue == rightValue || tags.Share(leftValue, rightValue);
}
