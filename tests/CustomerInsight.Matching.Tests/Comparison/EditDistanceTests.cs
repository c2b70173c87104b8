namespace CustomerInsight.Matching.Tests;

public class EditDistanceTests
{
    private static readonly Arbitrary<string> Words = Gen.Elements("abcé张".ToCharArray()).ArrayOf().Select(c => new string(c)).ToArbitrary();

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("james", "mjaes", 2)]
    [InlineData("ab", "ba", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Osa_KnownPairs_HasTheKnownDistance(string left, string right, int expected) =>
        Assert.Equal(expected, EditDistance.Osa(left, right));

    [Fact]
    public void Osa_AnyPair_AgreesWithTheDefinition() =>
        Prop.ForAll(Words, Words, (a, b) => EditDistance.Osa(a, b) == Definition(a, b)).Check(Quick.Tests(1000).WithEndSize(20));

    [Fact]
    public void Osa_AnyPair_IsSymmetric() =>
        Prop.ForAll(Words, Words, (a, b) => EditDistance.Osa(a, b) == EditDistance.Osa(b, a)).Check(Quick.Tests(1000).WithEndSize(150));

    [Fact]
    public void Osa_WithABound_IsTheDistanceOrOneMoreThanTheBound() =>
        Prop.ForAll(Words, Words, Gen.Choose(0, 6).ToArbitrary(), (a, b, bound) => EditDistance.Osa(a, b, bound) == Math.Min(EditDistance.Osa(a, b), bound + 1)).Check(Quick.Tests(1000).WithEndSize(30));

    [Fact]
    public void Osa_TheLargestBound_IsNoBound() => Assert.Equal(3, EditDistance.Osa("kitten", "sitting", int.MaxValue));

    [Fact]
    public void Osa_NegativeBound_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => EditDistance.Osa("a", "b", -1));

    /// <summary>The sum over all pairs of 5,000 surnames as rapidfuzz 3.14.5 gives it.</summary>
    [SharedFact]
    public void Osa_FiveThousandSurnames_SumsToTheReference()
    {
        string[] names = File.ReadAllLines(SharedData.Path("reference", "splink", "surnames.txt"));
        long sum = Enumerable.Range(0, names.Length).AsParallel()
            .Sum(i => names.Skip(i + 1).Sum(other => (long)EditDistance.Osa(names[i], other)));

        Assert.Equal(160_493_684, 2 * sum);
    }

    /// <summary>The recurrence of the definition, with a table of all prefixes.</summary>
    private static int Definition(string left, string right)
    {
        int[,] distance = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distance[i, j] = i + j;
                    continue;
                }

                int best = Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1;
                best = Math.Min(best, distance[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    best = Math.Min(best, distance[i - 2, j - 2] + 1);
                }

                distance[i, j] = best;
            }
        }

        return distance[left.Length, right.Length];
    }
}
