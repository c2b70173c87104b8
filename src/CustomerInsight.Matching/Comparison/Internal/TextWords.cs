namespace CustomerInsight.Matching;

/// <summary>Walks over the words of a text, which spaces part.</summary>
internal static class TextWords
{
    /// <summary>Takes the next word off a text; empty where none is left.</summary>
    public static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart(' ');
        int end = text.IndexOf(' ');
        ReadOnlySpan<char> word = end < 0 ? text : text[..end];
        text = text[word.Length..];
        return word;
    }
}
