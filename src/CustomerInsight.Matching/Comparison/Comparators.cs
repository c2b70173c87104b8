namespace CustomerInsight.Matching;

/// <summary>The comparators that come with the library. Each is symmetric, gives 1 for equal values and knows a cut-off.</summary>
/// <remarks>
/// To compare words in any order, give a comparator the part <see cref="ValuePart.SortedWords"/>; to compare sounds, see <see cref="ValuePart.Soundex"/>
/// and <see cref="ValuePart.Metaphone"/>.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class Comparators
{
    /// <summary>Gets equality: 1 or 0.</summary>
    public static IComparator Exact { get; } = new ExactComparator();

    /// <summary>Gets Jaro similarity: units in common near the same place, and swaps.</summary>
    public static IComparator Jaro { get; } = new JaroComparator();

    /// <summary>Gets Jaro–Winkler similarity, which thinks more of a common beginning: good for names.</summary>
    public static IComparator JaroWinkler { get; } = new JaroWinklerComparator();

    /// <summary>Gets Levenshtein similarity: 1 less the edits by the length of the longer text.</summary>
    public static IComparator Levenshtein { get; } = new EditComparator("levenshtein", EditKind.Levenshtein);

    /// <summary>Gets optimal string alignment similarity: as <see cref="Levenshtein"/>, a swap of neighbours being one edit.</summary>
    public static IComparator Osa { get; } = new EditComparator("osa", EditKind.Osa);

    /// <summary>Gets Damerau–Levenshtein similarity: as <see cref="Osa"/>, with other edits between swapped units allowed.</summary>
    public static IComparator DamerauLevenshtein { get; } = new EditComparator("damerau-levenshtein", EditKind.DamerauLevenshtein);

    /// <summary>Gets the token-set ratio: good for texts whose words may be missing or in another order. 0 where no word is shared.</summary>
    public static IComparator TokenSet { get; } = new TokenSetComparator();

    /// <summary>Gets all of them, each with a name of its own; of those with settings the usual ones.</summary>
    public static IReadOnlyList<IComparator> All { get; } =
    [
        Exact, Jaro, JaroWinkler, Levenshtein, Osa, DamerauLevenshtein, TokenSet,
        .. Enum.GetValues<SetSimilarity>().Select(static similarity => QGrams(similarity)),
        .. Enum.GetValues<SetSimilarity>().Select(static similarity => QGrams(similarity, 3, padded: true)),
        .. Enum.GetValues<SetSimilarity>().Select(static similarity => Words(similarity)),
    ];

    /// <summary>Compares texts as sets of q-grams: all runs of q units that occur in them, each once.</summary>
    /// <param name="similarity">How alike the two sets are.</param>
    /// <param name="q">How many units, from 1 to 4.</param>
    /// <param name="padded">Whether runs that reach over the beginning and the end count too, so that a text of n units has n + q − 1 of them and its first and last units count as much as others.</param>
    /// <returns>The comparator, such as <c>jaccard-2-gram</c> or <c>cosine-3-gram-padded</c>. A text shorter than q is one run. With q = 1 and <see cref="SetSimilarity.Jaccard"/> it is the <c>jaccard</c> of DuckDB and Splink.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is outside 1 to 4, or <paramref name="similarity"/> is none of the four.</exception>
    /// <remarks>Conditions make the q-grams of each distinct value once, so that a pair costs one walk over two sorted lists.</remarks>
    public static IComparator QGrams(SetSimilarity similarity, int q = 2, bool padded = false)
    {
        SetSimilarities.ThrowIfUnknown(similarity);
        ArgumentOutOfRangeException.ThrowIfLessThan(q, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(q, QGramComparator.MostUnits);
        return new QGramComparator(similarity, q, padded && q > 1);
    }

    /// <summary>Compares texts as sets of words: what stands between spaces, each once.</summary>
    /// <param name="similarity">How alike the two sets are.</param>
    /// <returns>The comparator, such as <c>jaccard-words</c>. Words are equal or not; <see cref="TokenSet"/> lets them differ a little.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="similarity"/> is none of the four.</exception>
    public static IComparator Words(SetSimilarity similarity)
    {
        SetSimilarities.ThrowIfUnknown(similarity);
        return new WordComparator(similarity);
    }

    /// <summary>Finds a comparator by its name.</summary>
    /// <param name="name">A name such as <c>jaro-winkler</c> or <c>dice-2-gram</c>; upper and lower case differ.</param>
    /// <returns>The comparator, or null where the library has none of that name.</returns>
    public static IComparator? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(comparator => comparator.Name == name) ?? ComparatorNames.Make(name);
    }
}
