namespace CustomerInsight.Matching.Tests;

public class PreparedTextTests
{
    [Fact]
    public void Comparisons_AnyTextsOneAfterTheOther_AreThoseOfTheDefinitions()
    {
        var prepared = new PreparedText();
        Prop.ForAll(Texts.WithColumn, given =>
        {
            prepared.Prepare(given.Text);
            return given.Column.All(other => prepared.JaroTo(other) == SimilarityDefinition.Jaro(given.Text, other)
                && prepared.JaroWinklerTo(other) == SimilarityDefinition.JaroWinkler(given.Text, other)
                && prepared.LevenshteinTo(other) == EditDefinition.Distance(given.Text, other, EditKind.Levenshtein)
                && prepared.OsaTo(other) == EditDefinition.Distance(given.Text, other, EditKind.Osa));
        }).Check(Quick.Tests(150).WithEndSize(15));
    }

    [Fact]
    public void Comparisons_WithABound_AreThoseOfThePairs()
    {
        var prepared = new PreparedText();
        Prop.ForAll(Texts.Pairs, Gen.Choose(0, 20).ToArbitrary(), (pair, bound) =>
        {
            prepared.Prepare(pair.Left);
            double atLeast = bound / 20.0;
            return prepared.LevenshteinTo(pair.Right, bound) == EditDistance.Levenshtein(pair.Left, pair.Right, bound)
                && prepared.OsaTo(pair.Right, bound) == EditDistance.Osa(pair.Left, pair.Right, bound)
                && prepared.JaroTo(pair.Right, atLeast) == JaroWinkler.Jaro(pair.Left, pair.Right, atLeast)
                && prepared.JaroWinklerTo(pair.Right, atLeast) == JaroWinkler.Similarity(pair.Left, pair.Right, atLeast);
        }).Check(Quick.Tests(3000));
    }

    [Fact]
    public void Comparisons_OfTextsUpTo64Units_DoNotAllocate()
    {
        var prepared = new PreparedText();
        string[] texts = ["katherine johnson", "catherine jonson", "", "张伟", "a\ud83d\ude00", new string('x', 64)];
        CompareAll(prepared, texts);
        long before = GC.GetAllocatedBytesForCurrentThread();
        CompareAll(prepared, texts);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void CompareAll(PreparedText prepared, string[] texts)
    {
        foreach (string text in texts)
        {
            prepared.Prepare(text);
            foreach (string other in texts)
            {
                _ = prepared.JaroWinklerTo(other, 0.9);
                _ = prepared.LevenshteinTo(other, 2);
                _ = prepared.OsaTo(other);
            }
        }
    }
}
