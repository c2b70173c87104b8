namespace CustomerInsight.Matching.Tests;

public class MatchTrainerTests
{
    [Fact]
    public void Train_TooFewRecords_SaysSoAndExpectsInsteadOfGuessing()
    {
        MatchTraining training = Train(People.Random(1, 5));

        Assert.False(training.Report.Learned);
        Assert.Contains("too few", training.Report.Describe(), StringComparison.Ordinal);
        Assert.Equal(6, training.Report.Untrained.Count);
        Assert.Equal(Expectations.M(7)[0], ((MatchModel)training.Model).Comparisons[0].Levels[0].M);
    }

    [Fact]
    public void Train_PeopleWithCopies_LearnsThatMatchesAgree()
    {
        MatchTraining training = Train(Doubles(300));
        var model = (MatchModel)training.Model;

        Assert.True(training.Report.Learned);
        Assert.InRange(model.MatchShare, 300.0 / 179_700 / 2, 300.0 / 179_700 * 2);
        Assert.All(model.Comparisons, comparison => Assert.True(comparison.Levels[0].Weight > 3 && comparison.Levels[^1].Weight < 0));
        Assert.All(model.Comparisons, comparison => Assert.Equal(1, comparison.Levels.Sum(level => level.M), 1e-9));
        Assert.All(model.Comparisons, comparison => Assert.Equal(1, comparison.Levels.Sum(level => level.U), 1e-9));
    }

    [Fact]
    public void Train_FewIterationsAllowed_ReportsThatItHasNotConverged()
    {
        MatchTraining training = Train(Doubles(300), new MatchingOptions { MostIterations = 1 });

        Assert.Contains(training.Report.Sessions, session => session.Used && !session.Converged);
        Assert.Contains("NOT converged", training.Report.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_ACommonAndARareName_CountsThem()
    {
        var model = (MatchModel)Train(Doubles(300)).Model;
        TermFrequencies given = model.TermFrequencies["given_name"];

        Assert.Equal(600, given.Total);
        Assert.True(given.CountOf("ann") > 1);
        Assert.Equal(1, given.CountOf("nobody"));
    }

    [Fact]
    public void Train_RecordsInAnotherOrder_GivesTheSameModel()
    {
        SourceRecord[] records = Doubles(200);
        var one = (MatchModel)Train(records).Model;
        var other = (MatchModel)Train([.. records.Reverse()]).Model;

        Assert.Equal(one.MatchShare, other.MatchShare);
        Assert.Equal(one.Comparisons.SelectMany(c => c.Levels), other.Comparisons.SelectMany(c => c.Levels));
    }

    [Theory]
    [InlineData(30, 10)]
    [InlineData(31, 0)]
    public void Train_IdentifiersThatExpire_CountAsStrictOnlyWhileTheyHold(int days, int more)
    {
        // The second of each pair of strangers has the first one's card, so many days later.
        SourceRecord[] strangers = [.. Enumerable.Range(0, 20).Select(i => new SourceRecord(People.Schema, new RecordKey("t", $"{i:00}"), People.Record("x", values: [$"{(char)('a' + i)}q", $"{(char)('a' + i)}z"]).Values)
        {
            Identifiers = [new Identifier("card", "shop", $"{i / 2}")],
            ObservedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(i % 2 * days),
        })];
        var policies = new IdentifierPolicies([new IdentifierPolicy("card", IdentifierStrength.Strong) { ExpiresAfterDays = 30 }]);

        Assert.Equal(Strict(Doubles(60)) + more, Strict([.. Doubles(60), .. strangers]));

        long Strict(SourceRecord[] records)
        {
            StandardizedTable table = StandardizedTable.Of(records);
            return new MatchTrainer().Train(table, PeopleDesign.For(table.Schema, policies), new MatchingOptions(), new ParallelOptions()).Report.DeterministicPairs!.Value;
        }
    }

    [Fact]
    public void Train_Cancelled_Stops()
    {
        StandardizedTable table = StandardizedTable.Of(Doubles(100));

        Assert.ThrowsAny<OperationCanceledException>(() => new MatchTrainer().Train(table, PeopleDesign.For(table.Schema), new MatchingOptions(), new ParallelOptions { CancellationToken = new CancellationToken(true) }));
    }

    private static MatchTraining Train(SourceRecord[] records, MatchingOptions? options = null)
    {
        StandardizedTable table = StandardizedTable.Of(records);
        return new MatchTrainer().Train(table, PeopleDesign.For(table.Schema), options ?? new MatchingOptions(), new ParallelOptions());
    }

    private static readonly string[] Given = ["Ann", "Bob", "Carol", "Dmitri", "Esther", "Frank", "Gwen", "Hugo", "Irina", "Jakob", "Kylie", "Liam", "Mona", "Noor", "Otto", "Petra", "Quentin"];
    private static readonly string[] Family = ["Smith", "Grant", "Okafor", "Wójcik", "Lindqvist", "Duarte", "Hughes", "Yamada", "Fischer", "Beaumont", "Zhao", "Ivanova", "Kaplan"];

    /// <summary>Different people, two records each, of which the second has one value changed.</summary>
    internal static SourceRecord[] Doubles(int people) => [.. Enumerable.Range(0, people).SelectMany(i =>
    {
        string?[] values = [Given[i % Given.Length], $"{Family[i % Family.Length]}-{Family[i / 13 % Family.Length]}", $"19{50 + (i % 40)}-0{1 + (i % 9)}-{10 + (i % 18)}", $"ann{i}@mail{i % 5}.com", $"0770090{i:0000}", $"City{i % 23}"];
        string?[] changed = [.. values];
        changed[i % 6] = (i % 6) switch { 0 => "Zoe", 1 => "Xu", 2 => "1931-12-12", 3 => $"other{i}@else.org", 4 => $"0209999{i:0000}", _ => "Elsewhere" };
        return new[] { People.Record($"{i:0000}a", values: values), People.Record($"{i:0000}b", values: changed) };
    })];
}
