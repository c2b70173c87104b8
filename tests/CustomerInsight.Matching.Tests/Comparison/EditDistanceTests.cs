namespace CustomerInsight.Matching.Tests;

public class EditDistanceTests
{
    private static readonly Arbitrary<string> Words = Gen.Elements("abcé张".ToCharArray()).ArrayOf().Select(c => new string(c)).ToArbitrary();
    private static readonly EditKind[] Kinds = Enum.GetValues<EditKind>();

    [Theory]
    [InlineData("", "", 0, 0, 0)]
    [InlineData("abc", "", 3, 3, 3)]
    [InlineData("james", "mjaes", 2, 2, 2)]
    [InlineData("ab", "ba", 2, 1, 1)]
    [InlineData("ca", "abc", 3, 3, 2)]
    [InlineData("kitten", "sitting", 3, 3, 3)]
    [InlineData("saturday", "sunday", 3, 3, 3)]
    [InlineData("a cat", "an act", 3, 2, 2)]
    [InlineData("a cat", "an abct", 4, 4, 3)]
    [InlineData("dixon", "dicksonx", 4, 4, 4)]
    [InlineData("jellyfish", "smellyfish", 2, 2, 2)]
    public void Distances_KnownPairs_AreTheKnownOnes(string left, string right, int levenshtein, int osa, int damerau)
    {
        Assert.Equal(levenshtein, EditDistance.Levenshtein(left, right));
        Assert.Equal(osa, EditDistance.Osa(left, right));
        Assert.Equal(damerau, EditDistance.DamerauLevenshtein(left, right));
    }

    [Fact]
    public void Levenshtein_AnyPair_AgreesWithTheDefinition() => AgreesWithTheDefinition(EditKind.Levenshtein);

    [Fact]
    public void Osa_AnyPair_AgreesWithTheDefinition() => AgreesWithTheDefinition(EditKind.Osa);

    [Fact]
    public void DamerauLevenshtein_AnyPair_AgreesWithTheDefinition() => AgreesWithTheDefinition(EditKind.DamerauLevenshtein);

    [Fact]
    public void Distances_PairsOfEveryScriptAndLength_AgreeWithTheDefinition() =>
        Prop.ForAll(Texts.Pairs, Gen.Choose(0, 12).ToArbitrary(), Gen.Elements(EditKind.Osa, EditKind.Levenshtein).ToArbitrary(), (pair, bound, kind) =>
        {
            int distance = EditDefinition.Distance(pair.Left, pair.Right, kind);
            return EditDistance.Between(pair.Left, pair.Right, kind) == distance
                && EditDistance.Between(pair.Left, pair.Right, kind, bound) == Math.Min(distance, bound + 1);
        }).Check(Quick.Tests(1500));

    [Fact]
    public void Distances_AnyPair_AreSymmetricOrderedAndWithinTheLengths() =>
        Prop.ForAll(Words, Words, (a, b) =>
        {
            int[] distances = [.. Kinds.Select(kind => EditDistance.Between(a, b, kind))];
            return Kinds.All(kind => EditDistance.Between(b, a, kind) == distances[(int)kind])
                && distances[(int)EditKind.DamerauLevenshtein] <= distances[(int)EditKind.Osa]
                && distances[(int)EditKind.Osa] <= distances[(int)EditKind.Levenshtein]
                && distances.All(distance => distance >= Math.Abs(a.Length - b.Length) && distance <= Math.Max(a.Length, b.Length) && distance == 0 == (a == b));
        }).Check(Quick.Tests(500).WithEndSize(150));

    [Fact]
    public void Distances_WithABound_AreTheDistanceOrOneMoreThanTheBound() =>
        Prop.ForAll(Words, Words, Gen.Choose(0, 8).ToArbitrary(), (a, b, bound) =>
            Kinds.All(kind => EditDistance.Between(a, b, kind, bound) == Math.Min(EditDistance.Between(a, b, kind), bound + 1))).Check(Quick.Tests(2000).WithEndSize(30));

    [Fact]
    public void Distances_LongTextsWithABound_AreTheDistanceOrOneMoreThanTheBound() =>
        Prop.ForAll(Words, Words, Gen.Choose(60, 90).ToArbitrary(), (a, b, bound) =>
            Kinds.All(kind => EditDistance.Between(a, b, kind, bound) == Math.Min(EditDistance.Between(a, b, kind), bound + 1))).Check(Quick.Tests(300).WithEndSize(200));

    [Fact]
    public void DamerauLevenshtein_ThreeTexts_KeepTheTriangle() =>
        Prop.ForAll(Words, Words, Words, (a, b, c) =>
            EditDistance.DamerauLevenshtein(a, c) <= EditDistance.DamerauLevenshtein(a, b) + EditDistance.DamerauLevenshtein(b, c)).Check(Quick.Tests(1000).WithEndSize(12));

    [Fact]
    public void Distances_TheLargestBound_IsNoBound() =>
        Assert.All(Kinds, kind => Assert.Equal(3, EditDistance.Between("kitten", "sitting", kind, int.MaxValue)));

    [Fact]
    public void Distances_NegativeBoundOrUnknownKind_AreRefused()
    {
        Assert.All(Kinds, kind => Assert.Throws<ArgumentOutOfRangeException>(() => EditDistance.Between("a", "b", kind, -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => EditDistance.Between("a", "b", (EditKind)9));
    }

    [Fact]
    public void Distances_TextsOfNames_DoNotAllocate()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            _ = EditDistance.Levenshtein("katherine johnson", "catherine jonson");
            _ = EditDistance.Osa("katherine johnson", "catherine jonson");
            _ = EditDistance.DamerauLevenshtein("katherine johnson", "catherine jonson");
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>The sums over all pairs of 5,000 strings as rapidfuzz 3.14.5 gives them.</summary>
    [SharedTheory]
    [InlineData("surnames.txt", EditKind.Levenshtein, 160_616_570)]
    [InlineData("surnames.txt", EditKind.Osa, 160_493_684)]
    [InlineData("fullnames.txt", EditKind.Levenshtein, 301_344_938)]
    [InlineData("fullnames.txt", EditKind.Osa, 300_993_098)]
    public void Distances_FiveThousandNames_SumToTheReference(string file, EditKind kind, long expected)
    {
        (string Name, long Count)[] names = ReferenceNames.Of(file);
        long sum = Enumerable.Range(0, names.Length).AsParallel()
            .Sum(i => names.Skip(i + 1).Sum(other => names[i].Count * other.Count * EditDistance.Between(names[i].Name, other.Name, kind)));

        Assert.Equal(expected, 2 * sum);
    }

    private static void AgreesWithTheDefinition(EditKind kind)
    {
        Prop.ForAll(Words, Words, (a, b) => EditDistance.Between(a, b, kind) == EditDefinition.Distance(a, b, kind)).Check(Quick.Tests(2000).WithEndSize(20));
        Prop.ForAll(Words, Words, (a, b) => EditDistance.Between(a, b, kind) == EditDefinition.Distance(a, b, kind)).Check(Quick.Tests(100).WithEndSize(150));
    }
}
