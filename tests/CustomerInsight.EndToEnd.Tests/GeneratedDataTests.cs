using System.Globalization;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>What a newcomer sees first: the program without any file.</summary>
public sealed class GeneratedDataTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task NoFiles_UnifiesSegmentsAndValuesSyntheticCustomers()
    {
        Outcome outcome = (await Outcome.RunAsync(_folder)).IsClean();

        Assert.Contains("20,000 records of", outcome.Screen, StringComparison.Ordinal);
        Assert.InRange(outcome.PrintedF1, 0.90, 1);
        Assert.Contains("== Segments ==", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("Lifetime value: fitted", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("Why merged:", outcome.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("-+", outcome.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", outcome.Screen, StringComparison.Ordinal);

        string[][] buyers = [.. outcome.CustomerRows().Where(static row => row[1] != "0")];
        Assert.InRange(buyers.Length, 5_000, 20_000);
        AssertNumbers(outcome, buyers, "r", 1, 5);
        AssertNumbers(outcome, buyers, "f", 1, 5);
        AssertNumbers(outcome, buyers, "m", 1, 5);
        AssertNumbers(outcome, buyers, "probability_alive", 0, 1);
        AssertNumbers(outcome, buyers, "value", 0, 1e6);
        int reason = Csv.Column(outcome.Customers, "segment_reason");
        Assert.All(buyers, row => Assert.NotEmpty(row[reason]));
    }

    /// <summary>Law L9 on what is written: prior and evidence add up to the weight, and every link is inside its profile.</summary>
    [Fact]
    public async Task Links_AnyOfThem_AddUpAndLieInsideTheirProfile()
    {
        Outcome outcome = (await Outcome.RunAsync(_folder, "--count", "2000", "--seed", "7")).IsClean();

        var keysOf = outcome.ProfileRows().ToDictionary(static row => row[0], static row => row[3].Split('|').ToHashSet(StringComparer.Ordinal));
        Assert.NotEmpty(outcome.LinkRows());
        Assert.All(outcome.LinkRows(), row =>
        {
            Assert.True(keysOf[row[2]].Contains(row[0]) && keysOf[row[2]].Contains(row[1]));
            double[] parts = [.. row[6].Split("; ").Select(static part => double.Parse(part[(part.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture))];
            Assert.Equal(double.Parse(row[3], CultureInfo.InvariantCulture), parts.Sum(), 0.006 * parts.Length);
        });
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("37")]
    public async Task FewRecords_RunCleanly(string count) => (await Outcome.RunAsync(_folder, "--count", count)).IsClean();

    private static void AssertNumbers(Outcome outcome, string[][] rows, string name, double least, double most)
    {
        int column = Csv.Column(outcome.Customers, name);
        Assert.All(rows, row => Assert.InRange(double.Parse(row[column], CultureInfo.InvariantCulture), least, most));
    }
}
