namespace CustomerInsight.Matching;

/// <summary>Compares texts as sets of q units in a row; up to four units fit into a word, so a term is the units themselves.</summary>
internal sealed class QGramComparator(SetSimilarity similarity, int q, bool padded) : TermComparator(similarity)
{
    public const int MostUnits = 4;

    private const int BitsOfUnit = 16;

    public override string Name { get; } = FormattableString.Invariant($"{ComparatorNames.Of(similarity)}-{TermKindOf(q, padded)}");

    public override string TermKind { get; } = TermKindOf(q, padded);

    protected override int Most(int length) => length + q;

    protected override int Write(ReadOnlySpan<char> text, Span<ulong> terms)
    {
        int count = 0;
        ulong window = 0;
        int padding = padded ? q - 1 : 0;
        ulong mask = ulong.MaxValue >> (BitsOfUnit * (MostUnits - q));
        for (int i = 0; i < text.Length + padding; i++)
        {
            // Zero units stand before and after a padded text; a window that is not yet full counts only there.
            window = ((window << BitsOfUnit) | (i < text.Length ? text[i] : '\0')) & mask;
            if (padded || i >= q - 1)
            {
                terms[count++] = window;
            }
        }

        // A text shorter than q is one term: itself.
        if (count == 0 && !text.IsEmpty)
        {
            terms[count++] = window;
        }

        return count;
    }

    private static string TermKindOf(int q, bool padded) => FormattableString.Invariant($"{q}-gram{(padded ? "-padded" : string.Empty)}");
}
