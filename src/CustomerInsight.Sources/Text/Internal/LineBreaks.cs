namespace CustomerInsight.Sources;

/// <summary>Finds and counts line breaks: LF, CR LF, or CR alone.</summary>
internal static class LineBreaks
{
    public static int IndexOf(ReadOnlySpan<byte> text) => text.IndexOfAny((byte)'\n', (byte)'\r');

    /// <summary>How many bytes the break at the start of a text has. A CR at the very end counts alone.</summary>
    public static int LengthAt(ReadOnlySpan<byte> text) => text is [(byte)'\r', (byte)'\n', ..] ? 2 : 1;

    public static int Count(ReadOnlySpan<byte> text)
    {
        int count = 0;
        for (int at = IndexOf(text); at >= 0; at = IndexOf(text))
        {
            count++;
            text = text[(at + LengthAt(text[at..]))..];
        }

        return count;
    }
}
