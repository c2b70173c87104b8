namespace CustomerInsight.Matching;

/// <summary>At least one of the two has no such part.</summary>
internal sealed class MissingDirectTest(PartFeature parts) : DirectTest
{
    public override bool Holds() => IsMissing(parts.Left) || IsMissing(parts.Right);

    private static bool IsMissing(ReadOnlySpan<TextPart> parts)
    {
        foreach (ref readonly TextPart part in parts)
        {
            if (!part.IsNone)
            {
                return false;
            }
        }

        return true;
    }
}
