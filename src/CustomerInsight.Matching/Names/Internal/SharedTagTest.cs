namespace CustomerInsight.Matching;

/// <summary>Two records have values that are equal or share a number.</summary>
internal sealed class SharedTagTest(StandardizedColumn column, ValueTags tags) : ValueTest(column)
{
    public override bool Fits(int leftValue, int rightValue) => leftValue == rightValue || tags.Share(leftValue, rightValue);
}
