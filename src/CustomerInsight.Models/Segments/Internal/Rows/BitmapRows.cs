namespace CustomerInsight.Models;

/// <summary>Answers with what was found before: the members of another segment.</summary>
internal sealed class BitmapRows(ulong[] bitmap) : RowTest
{
    public override void Fill(int first, int rows, Span<ulong> words) => bitmap.AsSpan(first / WordRows, words.Length).CopyTo(words);
}
