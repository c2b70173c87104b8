namespace CustomerInsight.Models;

/// <summary>Asks row by row: for questions too rare to be worth a faster form.</summary>
internal sealed class PredicateRows(Func<int, bool> holds) : RowTest
{
    public override void Fill(int first, int rows, Span<ulong> words)
    {
        words.Clear();
        for (int row = 0; row < rows; row++)
        {
            words[row / WordRows] |= (holds(first + row) ? 1UL : 0) << (row % WordRows);
        }
    }
}
