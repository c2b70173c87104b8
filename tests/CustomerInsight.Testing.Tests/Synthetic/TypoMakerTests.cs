namespace CustomerInsight.Testing.Tests;

public class TypoMakerTests
{
    private static readonly Arbitrary<(string Value, ulong Seed)> Cases = (
        from value in Gen.Elements("aehkmnoprstAJM 7王张".ToCharArray()).ArrayOf().Select(static units => new string(units))
        from seed in Gen.Choose(0, int.MaxValue)
        select (value, (ulong)seed)).ToArbitrary();

    [Fact]
    public void Slip_AnyText_StaysNearAndNeverGoesBlank() => Prop.ForAll(Cases, static example =>
    {
        string slipped = TypoMaker.Slip(new SeededRandom(example.Seed), example.Value);
        return Math.Abs(slipped.Length - example.Value.Length) <= 1
            && (string.IsNullOrWhiteSpace(example.Value) || !string.IsNullOrWhiteSpace(slipped))
            && Distance(slipped, example.Value) <= 2;
    }).Check(Quick.Tests(1_000));

    [Fact]
    public void Slip_OrdinaryName_AlmostAlwaysDiffersInManyWays()
    {
        var random = new SeededRandom(1);
        string[] slips = [.. Enumerable.Range(0, 500).Select(_ => TypoMaker.Slip(random, "Catherine"))];

        Assert.True(slips.Count(static slip => slip != "Catherine") > 490);
        Assert.Contains("Catheirne", slips);
        Assert.Contains("Caherine", slips);
        Assert.Contains("Catherinne", slips);
        Assert.Contains("Cstherine", slips);
        Assert.Contains("Catheryne", slips);
    }

    [Fact]
    public void Slip_ChineseName_IsAHomophone() => Assert.Equal("汪", TypoMaker.Slip(new SeededRandom(2), "王"));

    [Fact]
    public void MisreadDigit_Date_ChangesOneDigitToOneThatLooksLikeIt()
    {
        var random = new SeededRandom(3);
        for (int i = 0; i < 300; i++)
        {
            string read = TypoMaker.MisreadDigit(random, "1987-06-25");

            Assert.Equal(10, read.Length);
            (char was, char now) = Assert.Single("1987-06-25".Zip(read), static pair => pair.First != pair.Second);
            Assert.True(char.IsAsciiDigit(was) && char.IsAsciiDigit(now));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no digits")]
    public void MisreadDigit_NoDigit_ChangesNothing(string value) => Assert.Equal(value, TypoMaker.MisreadDigit(new SeededRandom(4), value));

    [Fact]
    public void DateErrors_NoSlips_IsTheDate() =>
        Assert.Equal("04/12/1982", DateErrors.Write(new SeededRandom(5), new DateOnly(1982, 12, 4), "dd/MM/yyyy", 0));

    [Fact]
    public void DateErrors_AlwaysSlips_SwapsMisreadsAndMisremembers()
    {
        var random = new SeededRandom(6);
        string[] written = [.. Enumerable.Range(0, 300).Select(_ => DateErrors.Write(random, new DateOnly(1982, 12, 4), "yyyy-MM-dd", 1))];

        Assert.DoesNotContain("1982-12-04", written);
        Assert.Contains("1982-04-12", written);
        Assert.Contains("1982-01-01", written);
        Assert.Contains("1981-12-04", written);
        Assert.Contains("1992-12-04", written);
        Assert.Contains("1952-12-04", written);
    }

    // The obvious definition: insertions, deletions and replacements.
    private static int Distance(string left, string right)
    {
        int[,] cost = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                cost[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1,
                    cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            }
        }

        return cost[left.Length, right.Length];
    }
}
