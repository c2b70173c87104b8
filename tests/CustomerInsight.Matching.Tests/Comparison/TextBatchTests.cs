namespace CustomerInsight.Matching.Tests;

public class TextBatchTests
{
    /// <summary>Every form that this processor has, so that all of them are tested on one that has all.</summary>
    private static readonly BatchPath[] Paths = [.. Enum.GetValues<BatchPath>().Where(static path => path <= BatchKernels.Best)];

    [Fact]
    public void Similarities_AnyColumn_AreThoseOfTheDefinitionBitForBit() =>
        Prop.ForAll(Texts.WithColumn, given => Paths.All(path =>
        {
            var batch = TextBatch.Of(given.Column, path);
            double[] jaro = new double[batch.Count];
            double[] winkler = new double[batch.Count];
            batch.JaroSimilarities(given.Text, jaro);
            batch.JaroWinklerSimilarities(given.Text, winkler);
            return jaro.SequenceEqual(given.Column.Select(other => SimilarityDefinition.Jaro(given.Text, other)))
                && winkler.SequenceEqual(given.Column.Select(other => SimilarityDefinition.JaroWinkler(given.Text, other)));
        })).Check(Quick.Tests(150).WithEndSize(25));

    [Fact]
    public void Distances_AnyColumn_AreThoseOfTheDefinition() =>
        Prop.ForAll(Texts.WithColumn, given => Paths.All(path =>
        {
            var batch = TextBatch.Of(given.Column, path);
            int[] levenshtein = new int[batch.Count];
            int[] osa = new int[batch.Count];
            batch.LevenshteinDistances(given.Text, levenshtein);
            batch.OsaDistances(given.Text, osa);
            return levenshtein.SequenceEqual(given.Column.Select(other => EditDefinition.Distance(given.Text, other, EditKind.Levenshtein)))
                && osa.SequenceEqual(given.Column.Select(other => EditDefinition.Distance(given.Text, other, EditKind.Osa)));
        })).Check(Quick.Tests(80).WithEndSize(20));

    [Fact]
    public void Similarities_ManyTextsOfEachLength_AreThoseOfThePairs() => Assert.All(Paths, static path =>
    {
        string[] column = [.. Enumerable.Range(0, 2000).Select(static i => Name(i, 1 + (i * 7 % 40)))];
        var batch = TextBatch.Of(column, path);
        double[] similarities = new double[column.Length];
        int[] distances = new int[column.Length];
        foreach (string text in column.Where(static (_, i) => i % 131 == 0))
        {
            batch.JaroWinklerSimilarities(text, similarities);
            Assert.Equal(column.Select(other => JaroWinkler.Similarity(text, other)), similarities);
            batch.OsaDistances(text, distances);
            Assert.Equal(column.Select(other => EditDistance.Osa(text, other)), distances);
            batch.LevenshteinDistances(text, distances);
            Assert.Equal(column.Select(other => EditDistance.Levenshtein(text, other)), distances);
        }
    });

    /// <summary>(3/5 + 3/6 + 1) / 3 is above 0.7 in double precision, where the prefix counts, and is not in single precision.</summary>
    [Fact]
    public void JaroWinklerSimilarities_OnTheEdgeOfThePrefix_AreThoseOfTheDefinition() => Assert.All(Paths, static path =>
    {
        double[] similarities = new double[2];
        TextBatch.Of(["abcxyz", "abcxy"], path).JaroWinklerSimilarities("abcde", similarities);

        Assert.Equal(JaroWinkler.Similarity("abcde", "abcxyz"), similarities[0]);
        Assert.True(similarities[0] > 0.78);
    });

    [Fact]
    public void Results_LongerThanTheBatch_AreLeftAloneBehindIt()
    {
        int[] distances = [-1, -1, -1, -1];
        TextBatch.Of(["anna", "hanna"]).LevenshteinDistances("hannah", distances);

        Assert.Equal([2, 1, -1, -1], distances);
    }

    [Fact]
    public void Results_ShorterThanTheBatch_AreRefused()
    {
        var batch = TextBatch.Of(["anna", "hanna"]);

        Assert.Contains("2 texts", Assert.Throws<ArgumentException>(() => batch.OsaDistances("x", new int[1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => batch.JaroSimilarities("x", new double[1]));
    }

    [Fact]
    public void Of_AMissingText_IsRefusedByItsPlace() =>
        Assert.Contains("Text 1", Assert.Throws<ArgumentException>(static () => TextBatch.Of(["anna", null!])).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_NoText_ComparesWithNone()
    {
        var batch = TextBatch.Of([]);
        batch.JaroWinklerSimilarities("anna", []);

        Assert.Equal(0, batch.Count);
    }

    [Fact]
    public void Comparisons_OfManyTexts_DoNotAllocate() => Assert.All(Paths, static path =>
    {
        string[] column = [.. Enumerable.Range(0, 100).Select(static i => Name(i, 1 + (i % 50))), "张伟", "张炜"];
        var batch = TextBatch.Of(column, path);
        double[] similarities = new double[column.Length];
        int[] distances = new int[column.Length];
        CompareAll(batch, column, similarities, distances);
        long before = GC.GetAllocatedBytesForCurrentThread();
        CompareAll(batch, column, similarities, distances);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    });

    [Fact]
    public void Comparisons_FromManyThreads_AreThoseOfOne()
    {
        string[] column = [.. Enumerable.Range(0, 150).Select(static i => Name(i, 1 + (i % 60)))];
        var batch = TextBatch.Of(column);
        int[][] alone = [.. column.Select(text => Osa(batch, text))];
        int[][] together = [.. column.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(text => Osa(batch, text))];

        Assert.Equal(alone, together);
    }

    /// <summary>The sums over all pairs of 5,000 strings as rapidfuzz 3.14.5 gives them.</summary>
    [SharedTheory]
    [InlineData("surnames.txt", 9_919_675.1, 160_616_570, 160_493_684)]
    [InlineData("fullnames.txt", 13_005_246.6, 301_344_938, 300_993_098)]
    public void Comparisons_FiveThousandNames_SumToTheReference(string file, double winkler, long levenshtein, long osa)
    {
        (string Name, long Count)[] names = ReferenceNames.Of(file);
        long[] counts = [.. names.Select(static name => name.Count)];
        var batch = TextBatch.Of([.. names.Select(static name => name.Name)]);
        (double Winkler, long Levenshtein, long Osa)[] sums =
        [
            .. names.AsParallel().AsOrdered().Select(name =>
            {
                double[] similarities = new double[batch.Count];
                int[] distances = new int[batch.Count];
                batch.JaroWinklerSimilarities(name.Name, similarities);
                double winklerSum = similarities.Select((similarity, i) => similarity * counts[i]).Sum() * name.Count;
                batch.LevenshteinDistances(name.Name, distances);
                long levenshteinSum = distances.Select((distance, i) => distance * counts[i]).Sum() * name.Count;
                batch.OsaDistances(name.Name, distances);
                return (winklerSum, levenshteinSum, distances.Select((distance, i) => distance * counts[i]).Sum() * name.Count);
            }),
        ];

        Assert.Equal(winkler, sums.Sum(static sum => sum.Winkler), 0.06);
        Assert.Equal(levenshtein, sums.Sum(static sum => sum.Levenshtein));
        Assert.Equal(osa, sums.Sum(static sum => sum.Osa));
    }

    [SharedTheory]
    [InlineData("surnames.txt")]
    [InlineData("fullnames.txt")]
    public void Comparisons_FiveThousandNames_AreTheSameOnEveryPath(string file)
    {
        string[] column = [.. ReferenceNames.Of(file).Select(static name => name.Name)];
        string[] some = [.. column.Where(static (_, i) => i % 199 == 0)];
        List<double>[] results = [.. Paths.Select(path => Results(TextBatch.Of(column, path), some))];

        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    private static List<double> Results(TextBatch batch, string[] texts)
    {
        var results = new List<double>();
        double[] similarities = new double[batch.Count];
        foreach (string text in texts)
        {
            batch.JaroSimilarities(text, similarities);
            results.AddRange(similarities);
            batch.JaroWinklerSimilarities(text, similarities);
            results.AddRange(similarities);
            results.AddRange(Osa(batch, text).Select(static distance => (double)distance));
        }

        return results;
    }

    private static int[] Osa(TextBatch batch, string text)
    {
        int[] distances = new int[batch.Count];
        batch.OsaDistances(text, distances);
        return distances;
    }

    private static void CompareAll(TextBatch batch, string[] texts, double[] similarities, int[] distances)
    {
        foreach (string text in texts)
        {
            batch.JaroSimilarities(text, similarities);
            batch.JaroWinklerSimilarities(text, similarities);
            batch.LevenshteinDistances(text, distances);
            batch.OsaDistances(text, distances);
        }
    }

    /// <summary>A made name, the same each time.</summary>
    private static string Name(int seed, int length) => string.Create(length, seed, static (units, seed) =>
    {
        uint state = ((uint)seed * 2_654_435_761) + 1;
        for (int i = 0; i < units.Length; i++)
        {
            state = (state * 1_664_525) + 1_013_904_223;
            units[i] = (char)('a' + (state >> 24) % 9);
        }
    });
}
