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
}
