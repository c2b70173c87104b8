namespace CustomerInsight.Matching;

/// <summary>A part of each value of an attribute.</summary>
internal sealed class PartFeature(DirectPair pair, int attribute, ValuePart part) : DirectFeature<TextPart>(pair)
{
    private readonly bool _isWhole = ReferenceEquals(part, ValuePart.Whole);

    protected override int Make(UnpackedContent content, bool isLeft, ref TextPart[] made)
    {
        int count = content.Count(attribute);
        if (count > made.Length)
        {
            made = new TextPart[count];
        }

        for (int i = 0; i < count; i++)
        {
            made[i] = _isWhole ? content.Value(attribute, i) : content.Part(attribute, i, part);
        }

        return count;
    }
}
