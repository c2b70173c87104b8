namespace CustomerInsight.Matching;

/// <summary>Two names share a word that says who it is.</summary>
internal sealed class WordsDirectTest(PartFeature parts, DirectFeature<ulong[]> words) : ValueDirectTest(parts)
{
    protected override bool Fits(int l, in TextPart left, int r, in TextPart right)
    {
        if (left.Same(right))
        {
            return true;
        }

        // Two different words are no word of both: so it is with nearly all pairs.
        return (left.Span.Contains(' ') || right.Span.Contains(' ')) && SetSimilarities.Shared<ulong>(words.Left[l], words.Right[r]) > 0;
    }
}
