namespace CustomerInsight.Models;

/// <summary>Whether flags are among those wanted.</summary>
/// <param name="column">The flags.</param>
/// <param name="wanted">A bit for each state of a flag: 1 no, 2 yes, 4 missing.</param>
internal sealed class FlagRows(FlagColumn column, int wanted) : RowTest
{
    public override void Fill(int first, int rows, Span<ulong> words)
    {
        ReadOnlySpan<byte> flags = column.Values.Slice(first, rows);
        for (int word = 0; word < words.Length; word++)
        {
            ReadOnlySpan<byte> own = flags[(word * WordRows)..Math.Min(rows, (word + 1) * WordRows)];
            ulong bits = 0;
            for (int i = 0; i < own.Length; i++)
            {
                bits |= ((ulong)(uint)wanted >> own[i] & 1) << i;
            }

            words[word] = bits;
        }
    }
}
