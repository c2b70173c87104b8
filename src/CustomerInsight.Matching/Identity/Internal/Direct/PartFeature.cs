namespace CustomerInsight.Matching;

/// <summary>A part of each value of an attribute.</summary>
internal sealed class PartFeature(DirectPair pair, int attribute, ValuePart part) : DirectFeature<TextPart>(pair)
{
    private readonly bool _isWhole = ReferenceEquals(part, ValuePart.Whole);

    protected override int Make(RecordContent content, bool isLeft, ref TextPart[] made)
    {
        AttributeValues values = content.Values[attribute];
        if (values.Count > made.Length)
        {
            made = new TextPart[values.Count];
        }

        for (int i = 0; i < values.Count; i++)
        {
            string value = values[i];
            made[i] = _isWhole ? new TextPart(value, 0, value.Length) : TextPart.Of(value, part);
        }

        return values.Count;
    }
}
