namespace CustomerInsight.Matching;

/// <summary>What a function makes of each part that is there; of one that is not the type's default.</summary>
internal sealed class MadeFeature<T>(DirectPair pair, PartFeature parts, Func<TextPart, T> make) : DirectFeature<T>(pair)
{
    protected override int Make(UnpackedContent content, bool isLeft, ref T[] made)
    {
        ReadOnlySpan<TextPart> texts = isLeft ? parts.Left : parts.Right;
        if (texts.Length > made.Length)
        {
            made = new T[texts.Length];
        }

        for (int i = 0; i < texts.Length; i++)
        {
            made[i] = texts[i].IsNone ? default! : make(texts[i]);
        }

        return texts.Length;
    }
}
