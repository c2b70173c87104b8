namespace CustomerInsight.Models;

/// <summary>Whether texts are among those wanted: each distinct text is asked once, when a row first has it.</summary>
internal sealed class TextRows : RowTest
{
    private const byte NotAsked = 0;
    private const byte No = 1;
    private const byte Yes = 2;

    private readonly TextColumn _column;
    private readonly Func<string, bool> _wanted;

    // By the text's number plus one: the first is for a missing text. Threads that ask the same text write the same answer.
    private readonly byte[] _answers;

    public TextRows(TextColumn column, bool missing, Func<string, bool> wanted)
    {
        _column = column;
        _wanted = wanted;
        _answers = new byte[column.Distinct.Length + 1];
        _answers[0] = missing ? Yes : No;
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
                byte answer = _answers[own[i] + 1];
                if (answer == NotAsked)
                {
                    answer = Ask(own[i]);
                }

                bits |= (ulong)(answer >> 1) << i;
            }

            words[word] = bits;
        }
    }

    private byte Ask(int code) => _answers[code + 1] = _wanted(_column.Distinct[code]) ? Yes : No;
}
