namespace CustomerInsight.Matching.Tests;

public class ComparatorsTests
{
    private static readonly Arbitrary<string> Values = Gen.Elements("aabbcdeé张 ".ToCharArray()).NonEmptyListOf().Select(c => new string([.. c])).ToArbitrary();

    [Fact]
    public void All_Names_AreDifferentAndFindTheComparator()
    {
        Assert.Equal(Comparators.All.Count, Comparators.All.Select(comparator => comparator.Name).Distinct().Count());
        Assert.All(Comparators.All, comparator => Assert.Same(comparator, Comparators.Find(comparator.Name)));
        Assert.All(Comparators.All, comparator => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", comparator.Name));
        Assert.Null(Comparators.Find("shoe-size"));
    }

    [Theory]
    [InlineData("cosine-4-gram")]
    [InlineData("overlap-4-gram-padded")]
    [InlineData("dice-words")]
    public void Find_ANameWithSettings_MakesTheComparator(string name) => Assert.Equal(name, Comparators.Find(name)!.Name);

    [Theory]
    [InlineData("cosine-5-gram")]
    [InlineData("cosine-0-gram")]
    [InlineData("cosine")]
    [InlineData("cosine-gram")]
    [InlineData("Cosine-2-gram")]
    public void Find_AnImpossibleSetting_IsNothing(string name) => Assert.Null(Comparators.Find(name));

    /// <summary>Worked by hand: night has ni ig gh ht, nacht na ac ch ht; the pair is that of Wikipedia's article on the Dice coefficient.</summary>
    [Theory]
    [InlineData("dice-2-gram", "night", "nacht", 0.25)]
    [InlineData("jaccard-2-gram", "night", "nacht", 1.0 / 7)]
    [InlineData("cosine-2-gram", "night", "nacht", 0.25)]
    [InlineData("overlap-2-gram", "nig", "night", 1)]
    [InlineData("jaccard-1-gram", "duck", "luck", 0.6)]
    [InlineData("jaccard-2-gram", "aaaa", "aa", 1)]
    [InlineData("jaccard-2-gram-padded", "ab", "ac", 0.2)]
    [InlineData("jaccard-3-gram", "ab", "ab", 1)]
    [InlineData("jaccard-3-gram", "ab", "abc", 0)]
    [InlineData("jaccard-words", "high street leeds", "street leeds high", 1)]
    [InlineData("dice-words", "mill lane", "mill road", 0.5)]
    [InlineData("overlap-words", "lee", "ann lee", 1)]
    [InlineData("levenshtein", "kitten", "sitting", 4.0 / 7)]
    [InlineData("osa", "brian", "brain", 0.8)]
    [InlineData("damerau-levenshtein", "ca", "abc", 1.0 / 3)]
    [InlineData("jaro", "martha", "marhta", 17.0 / 18)]
    [InlineData("jaro", "dixon", "dicksonx", 23.0 / 30)]
    [InlineData("jaro", "dwayne", "duane", 37.0 / 45)]
    [InlineData("exact", "a", "a", 1)]
    [InlineData("exact", "a", "b", 0)]
    public void Similarity_KnownPairs_HasTheKnownValue(string name, string left, string right, double expected) =>
        Assert.Equal(expected, Comparators.Find(name)!.Similarity(left, right), 1e-12);

    [Fact]
    public void QGrams_AnyPair_AgreeWithSetsOfTexts() =>
        Prop.ForAll(Values, Values, Gen.Choose(1, 8).ToArbitrary(), (a, b, setting) =>
        {
            (int q, bool padded) = ((setting + 1) / 2, setting % 2 == 0);
            HashSet<string> left = Grams(a, q, padded);
            HashSet<string> right = Grams(b, q, padded);
            double shared = left.Count(right.Contains);
            return Near(SetSimilarity.Jaccard, shared / left.Union(right).Count()) && Near(SetSimilarity.Dice, 2 * shared / (left.Count + right.Count))
                && Near(SetSimilarity.Cosine, shared / Math.Sqrt(left.Count * right.Count)) && Near(SetSimilarity.Overlap, shared / Math.Min(left.Count, right.Count));

            bool Near(SetSimilarity kind, double expected) => Math.Abs(Comparators.QGrams(kind, q, padded).Similarity(a, b) - expected) < 1e-12;
        }).Check(Quick.Tests(1000));

    [Fact]
    public void Similarity_TextsOfNames_DoesNotAllocate()
    {
        IComparator[] comparators = [.. Comparators.All.Where(static comparator => comparator != Comparators.TokenSet)];

        // The first round may make tables; later ones the runtime's better code.
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            foreach (IComparator comparator in comparators)
            {
                _ = comparator.Similarity("katherine johnson", "catherine jonson", 0.5);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void Factories_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Comparators.QGrams(SetSimilarity.Dice, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Comparators.QGrams(SetSimilarity.Dice, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Comparators.QGrams((SetSimilarity)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Comparators.Words((SetSimilarity)9));
    }

    [Fact]
    public void All_AnyPair_AreSymmetricBoundedAndOneForEqualValues() =>
        Prop.ForAll(Values, Values, (a, b) => Comparators.All.All(comparator =>
        {
            double similarity = comparator.Similarity(a, b);
            return similarity == comparator.Similarity(b, a) && similarity is >= 0 and <= 1 && (a.Trim().Length == 0 || comparator.Similarity(a, a) == 1);
        })).Check(Quick.Tests(1000));

    [Fact]
    public void All_WithACutOff_AreExactFromItOnAndBelowItOtherwise() =>
        Prop.ForAll(Values, Values, Gen.Choose(0, 100).ToArbitrary(), (a, b, percent) => Comparators.All.All(comparator =>
        {
            double full = comparator.Similarity(a, b);
            double atLeast = percent / 100.0;
            double cut = comparator.Similarity(a, b, atLeast);
            return (full >= atLeast ? cut == full : cut < atLeast) && comparator.Similarity(a, b, full) == full;
        })).Check(Quick.Tests(1000));

    private static HashSet<string> Grams(string text, int q, bool padded)
    {
        string pad = new('\0', padded ? q - 1 : 0);
        string whole = pad + text + pad;
        return whole.Length < q ? [text] : [.. Enumerable.Range(0, whole.Length - q + 1).Select(i => whole.Substring(i, q))];
    }
}
