namespace CustomerInsight.Models;

/// <summary>Answers with yes for every row.</summary>
internal sealed class AllRows : RowTest
{
    public override void Fill(int first, int rows, Span<ulong> words)
    {
        words.Fill(ulong.MaxValue);
        ClearAfter(rows, words);
    }
}
