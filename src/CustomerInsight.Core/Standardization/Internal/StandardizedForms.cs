namespace CustomerInsight;

/// <summary>What the texts of a column became under one source's conventions.</summary>
internal sealed class StandardizedForms
{
    private const int NoteBits = 3;
    private const int Unknown = 0;

    // By the text's number: the id plus two and the note in one; 0 where the text was not seen.
    private readonly ChunkedList<int> _forms = new();

    /// <summary>Gives what a text became: its id, −1 where it counts as missing, and what was noted. False where it was not seen.</summary>
    public bool TryGet(int text, out int id, out StandardizationNote note)
    {
        int form = text < _forms.Count ? _forms[text] : Unknown;
        id = (form >> NoteBits) - 2;
        note = (StandardizationNote)(form & ((1 << NoteBits) - 1));
        return form != Unknown;
    }

    public void Set(int text, int id, StandardizationNote note)
    {
        while (_forms.Count <= text)
        {
            _forms.Add(Unknown);
        }

        _forms[text] = ((id + 2) << NoteBits) | (int)note;
    }
}
