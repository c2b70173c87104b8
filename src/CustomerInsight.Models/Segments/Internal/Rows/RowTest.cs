namespace CustomerInsight.Models;

/// <summary>A condition over the columns of a table, answered for many rows at once: a bit a row.</summary>
internal abstract class RowTest
{
    public const int WordRows = 64;

    /// <summary>Answers for some rows.</summary>
    /// <param name="first">The first row, a multiple of <see cref="WordRows"/>.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="words">Where the bits go: as many words as the rows need; bits after the last row are left 0.</param>
    public abstract void Fill(int first, int rows, Span<ulong> words);

    /// <summary>Sets the bits after the last row to 0.</summary>
    protected static void ClearAfter(int rows, Span<ulong> words)
    {
        if (rows % WordRows != 0)
        {
            words[^1] &= (1UL << (rows % WordRows)) - 1;
        }
    }
}
