namespace CustomerInsight.Models;

/// <summary>Turns the answers of another test round.</summary>
internal sealed class NotRows(RowTest test) : RowTest
{
    public override void Fill(int first, int rows, Span<ulong> words)
    {
        test.Fill(first, rows, words);
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = ~words[i];
        }

        ClearAfter(rows, words);
    }
}
