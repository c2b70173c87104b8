namespace CustomerInsight.Models;

/// <summary>Joins the answers of several tests by and, or by or.</summary>
internal sealed class JoinedRows(bool all, RowTest[] tests) : RowTest
{
    public override void Fill(int first, int rows, Span<ulong> words)
    {
        tests[0].Fill(first, rows, words);
        Span<ulong> other = stackalloc ulong[words.Length];
        for (int test = 1; test < tests.Length; test++)
        {
            // Where all is no already, a further and changes nothing.
            if (all && words.IndexOfAnyExcept(0UL) < 0)
            {
                return;
            }

            tests[test].Fill(first, rows, other);
            for (int i = 0; i < words.Length; i++)
            {
                words[i] = all ? words[i] & other[i] : words[i] | other[i];
            }
        }
    }
}
