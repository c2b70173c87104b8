namespace CustomerInsight.Sources;

/// <summary>Finds the delimiter of a text by its header line.</summary>
internal static class CsvDelimiter
{
    private const char Fallback = ',';

    // In this order where two are equally frequent.
    private static ReadOnlySpan<byte> Candidates => ",;\t|"u8;

    /// <summary>The candidate that is most frequent outside quotes on the first line that is not blank; a comma where none is there.</summary>
    public static char Detect(ReadOnlySpan<byte> text)
    {
        Span<int> counts = stackalloc int[Candidates.Length];
        bool quoted = false;
        bool blank = true;
        foreach (byte unit in text)
        {
            if (!quoted && !blank && unit is (byte)'\n' or (byte)'\r')
            {
                break;
            }

            quoted ^= unit == '"';
            blank &= unit is (byte)'\n' or (byte)'\r' or (byte)' ';
            if (!quoted && Candidates.IndexOf(unit) is >= 0 and int candidate)
            {
                counts[candidate]++;
            }
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return counts[best] == 0 ? Fallback : (char)Candidates[best];
    }
}
