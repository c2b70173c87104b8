namespace CustomerInsight.Matching;

/// <summary>Compares texts as sets of terms. Conditions make the terms of each distinct value once.</summary>
internal abstract class TermComparator(SetSimilarity similarity) : IComparator
{
    private const int OnStack = 300;

    public abstract string Name { get; }

    /// <summary>What the terms are: comparators of one kind share them.</summary>
    public abstract string TermKind { get; }

    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => Similarity(left, right, 0);

    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right, double atLeast)
    {
        int leftMost = Most(left.Length);
        int rightMost = Most(right.Length);
        Span<ulong> first = leftMost <= OnStack ? stackalloc ulong[leftMost] : new ulong[leftMost];
        Span<ulong> second = rightMost <= OnStack ? stackalloc ulong[rightMost] : new ulong[rightMost];
        return Similarity(first[..Terms(left, first)], second[..Terms(right, second)], atLeast);
    }

    public double Similarity(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, double atLeast) => SetSimilarities.Of(similarity, left, right, atLeast);

    /// <summary>The distinct terms of a text, rising.</summary>
    public ulong[] Terms(ReadOnlySpan<char> text)
    {
        ulong[] terms = new ulong[Most(text.Length)];
        return terms[..Terms(text, terms)];
    }

    /// <summary>The most terms that a text of a length can have.</summary>
    protected abstract int Most(int length);

    /// <summary>Writes the terms of a text in any order.</summary>
    /// <returns>How many.</returns>
    protected abstract int Write(ReadOnlySpan<char> text, Span<ulong> terms);

    private int Terms(ReadOnlySpan<char> text, Span<ulong> terms) => SetSimilarities.Sort(terms[..Write(text, terms)]);
}
