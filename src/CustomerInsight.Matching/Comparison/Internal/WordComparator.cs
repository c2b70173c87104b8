namespace CustomerInsight.Matching;

/// <summary>Compares texts as sets of words; a term is the hash of a word, of 64 bits, so that no two words in use share one.</summary>
internal sealed class WordComparator(SetSimilarity similarity) : TermComparator(similarity)
{
    public override string Name { get; } = $"{ComparatorNames.Of(similarity)}-words";

    public override string TermKind => "words";

    protected override int Most(int length) => (length / 2) + 1;

    protected override int Write(ReadOnlySpan<char> text, Span<ulong> terms)
    {
        int count = 0;
        while (TextWords.Next(ref text) is { IsEmpty: false } word)
        {
            terms[count++] = StableHash.Of(word);
        }

        return count;
    }
}
