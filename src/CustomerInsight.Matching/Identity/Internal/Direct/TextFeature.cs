namespace CustomerInsight.Matching;

/// <summary>What a function makes of each value of an attribute as a text of its own.</summary>
internal sealed class TextFeature<T>(DirectPair pair, int attribute, Func<string, T> make) : DirectFeature<T>(pair)
{
    protected override int Make(UnpackedContent content, bool isLeft, ref T[] made)
    {
        int count = content.Count(attribute);
        if (count > made.Length)
        {
            made = new T[count];
        }

        for (int i = 0; i < count; i++)
        {
            made[i] = make(content.Text(attribute, i));
        }

        return count;
    }
}
