namespace CustomerInsight.Models;

/// <summary>Whether texts are among those wanted: each distinct text is asked once, then each row looks its answer up.</summary>
internal sealed class TextRows : RowTest
{
    private readonly TextColumn _column;

    // By the text's number plus one: the first is for a missing text.
    private readonly byte[] _answers;

    public TextRows(TextColumn column, bool missing, Func<string, bool> wanted)
    {
        _column = column;
        _answers = new byte[column.Distinct.Length + 1];
        _answers[0] = missing ? (byte)1 : (byte)0;
        for (int code = 0; code < column.Distinct.Length; code++)
        {
            _answers[code + 1] = wanted(column.Distinct[code]) ? (byte)1 : (byte)0;
        }
    }

    public override void Fill(int first, int rows, Span<ulong> words)
    {
        ReadOnlySpan<int> codes = _column.Codes.Slice(first, rows);
        for (int word = 0; word < words.Length; word++)
        {
            ReadOnlySpan<int> own = codes[(word * WordRows)..Math.Min(rows, (word + 1) * WordRows)];
            ulong bits = 0;
            for (int i = 0; i < own.Length; i++)
            {
                bits |= (ulong)_answers[own[i] + 1] << i;
            }

            words[word] = bits;
        }
    }
}
